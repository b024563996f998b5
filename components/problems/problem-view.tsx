import { type FormEvent, type RefObject, useId } from 'react'
import { blockHtml } from '@/lib/content/markdown'
import { simulatorHref } from '@/lib/content/simulator-href'
import { type Given, rightAnswer, type Verdict } from '@/lib/problems/judge'
import type { Problem } from '@/lib/problems/problem'
import { FaceHtml } from '../review/face-html'
import { ProblemField } from './problem-field'
import { ProblemOptions } from './problem-options'
import { TraceDrawing } from './trace-drawing'
import './problems.css'

export interface ProblemViewProps {
  problem: Problem
  given: Given
  /** Null until the answer is checked, or given up. */
  verdict: Verdict | null
  /** Takes the focus once the answer is checked. */
  answer: RefObject<HTMLElement | null>
  onGive(given: Given): void
  onCheck(): void
  /** Asks for another problem in place of this one; null where that may not be. */
  onSlip: (() => void) | null
}

/** A drawn problem: its question, the place for the answer, and below, once checked, right or wrong and why. */
export function ProblemView({ problem, given, verdict, answer, onGive, onCheck, onSlip }: ProblemViewProps) {
  const { asks, trace } = problem
  const name = useId()
  const isChecked = verdict !== null
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!isChecked) onCheck()
  }
  return (
    <div className="problem">
      <FaceHtml html={blockHtml(problem.question)} className="problem-question" />
      {trace && <TraceDrawing bars={trace} showsPath={isChecked} />}
      <form onSubmit={submit}>
        {asks.kind === 'number' || asks.kind === 'text' ? (
          <ProblemField
            asks={asks}
            text={given.text}
            isChecked={isChecked}
            onType={(text) => onGive({ ...given, text })}
          />
        ) : (
          <ProblemOptions
            name={name}
            options={asks.options}
            picked={given.picked}
            isSeveral={asks.kind === 'several'}
            isChecked={isChecked}
            onPick={(picked) => onGive({ ...given, picked })}
          />
        )}
        {/* Enter on a radio button or a box submits only where there is a button to submit with. */}
        <button type="submit" hidden>
          Check
        </button>
      </form>
      {verdict && (
        <section ref={answer} tabIndex={-1} aria-label="Answer" className="problem-answer">
          <ProblemVerdict problem={problem} given={given} verdict={verdict} />
          {onSlip && (
            <p>
              <button type="button" onClick={onSlip} className="problem-slip">
                It was a slip: ask me another one
              </button>
            </p>
          )}
        </section>
      )}
    </div>
  )
}

function ProblemVerdict({ problem, given, verdict }: { problem: Problem; given: Given; verdict: Verdict }) {
  const { asks, steps, simulator } = problem
  const hasAnswered = given.text.trim() !== '' || given.picked.length > 0
  const right = rightAnswer(asks)
  return (
    <>
      <p className="text-[1.125rem] font-[650]">
        {verdict.isRight ? 'Right.' : hasAnswered ? 'Not right.' : 'The answer:'}
      </p>
      {verdict.reason && <FaceHtml html={blockHtml(verdict.reason)} />}
      {!verdict.isRight && right && <FaceHtml html={blockHtml(`The right answer is **${right}**.`)} />}
      <FaceHtml html={blockHtml(steps)} className="text-[1rem]" />
      <p>
        <a
          href={simulatorHref(simulator.name, { ...simulator.params, at: simulator.atMs })}
          target="_blank"
          rel="noopener"
          className="text-accent underline underline-offset-3"
        >
          See it in the simulator (opens in a new tab)
        </a>
      </p>
    </>
  )
}

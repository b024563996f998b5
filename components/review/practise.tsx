'use client'

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import type { CardFace } from '@/lib/content/card-face'
import type { Grade } from '@/lib/review/grade'
import { useProblem } from '../problems/use-problem'
import { AskedView } from './asked-view'
import { CardPlaceLink } from './card-place-link'
import { FaceHtml, faceText } from './face-html'

interface PractiseProps {
  face: CardFace
  /** The problem to begin with; null for a new one. */
  seed: number | null
  /** Problems of this card that were answered, the latest first; times in ms. */
  variants: readonly { seed: number; grade: Grade; at: number }[]
  /** IANA zone of the learner. */
  zone: string
}

const meanings: Record<Grade, string> = { 1: 'Forgot', 2: 'Hard', 3: 'Good', 4: 'Easy' }

/** One generated card as often as one likes, and the problems that reviews asked: nothing here is recorded. */
export function Practise({ face, seed, variants, zone }: PractiseProps) {
  const [round, setRound] = useState(0)
  const question = useRef<HTMLDivElement>(null)
  const answer = useRef<HTMLElement>(null)
  const asked = useProblem(face.generated ?? null, `${round}`, { seed: round === 0 ? seed : null })
  const { problem, verdict, canCheck, otherVersion, check } = asked
  const isChecked = verdict !== null
  // What stands below a problem comes with it, and the foot of the site stays below the window: nothing moves.
  const isHere = problem !== null || otherVersion !== null

  useEffect(() => {
    if (isChecked) answer.current?.focus()
  }, [isChecked])

  function askAnother() {
    setRound(round + 1)
    question.current?.focus()
  }

  return (
    <div className="page min-h-dvh max-w-[40rem] pt-10 pb-24">
      <h1 className="text-[2rem] leading-[1.15] font-[650] tracking-[-0.015em]">
        {faceText(face.questionHtml)}
      </h1>
      <p className="mt-3 mb-8 text-soft">
        Practice: each problem is new, and nothing is recorded. Your reviews stay as they are.
      </p>
      <div ref={question} tabIndex={-1} className="focus:outline-none">
        {otherVersion ? (
          <p>
            This problem was made by version {otherVersion.seedVersion} of its kind. Today’s is version{' '}
            {otherVersion.version}, so it cannot be shown as it was.
          </p>
        ) : (
          <AskedView asked={asked} answer={answer} onCheck={() => canCheck && check()} onSlip={null} />
        )}
      </div>
      {isHere && (
        <>
          <p className="mt-6 flex flex-wrap gap-3">
            {problem && !isChecked && (
              <button
                type="button"
                onClick={check}
                className="min-h-11 rounded bg-accent px-5 font-semibold text-on-accent hover:bg-accent-strong"
              >
                {canCheck ? 'Check' : 'Show answer'}
              </button>
            )}
            <button
              type="button"
              onClick={askAnother}
              className="min-h-11 rounded border border-line-strong bg-raised px-5 font-semibold hover:bg-sunken"
            >
              Another one
            </button>
          </p>
          {isChecked && face.whyHtml && (
            <FaceHtml html={face.whyHtml} className="mt-4 text-[1rem] text-soft" />
          )}
          <CardPlaceLink face={face} />
        </>
      )}
      {isHere && variants.length > 0 && (
        <section aria-labelledby="earlier" className="mt-10 border-t border-line pt-5">
          <h2 id="earlier" className="eyebrow">
            Problems that you answered
          </h2>
          <ul className="mt-2">
            {variants.map((variant) => (
              <li key={`${variant.at} ${variant.seed}`} className="flex items-baseline gap-3 py-1">
                <Link
                  href={`/practise/${face.id}?seed=${variant.seed}`}
                  prefetch={false}
                  className="text-accent underline underline-offset-3"
                >
                  {dateOf(variant.at, zone)}
                </Link>
                <span className="text-[0.875rem] text-soft">{meanings[variant.grade]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function dateOf(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(at)
}

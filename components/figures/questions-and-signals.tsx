import type { ReactNode } from 'react'
import { FigureFrame } from '@/components/figures/figure-frame'
import { Label, type Tone } from '@/components/figures/label'
import { LogMark, MetricMark, TraceMark } from '@/components/figures/signal-mark'
import { Wire } from '@/components/figures/wire'

interface Group {
  signal: string
  why: string
  tone: Tone
  mark: ReactNode
  questions: readonly string[]
}

const groups: readonly Group[] = [
  {
    signal: 'metric',
    why: 'always on, few values',
    tone: 'metric',
    mark: <MetricMark x={0} y={0} />,
    questions: ['Do we keep our promise?', 'How many orders fail, and why?', 'Did the release do it?'],
  },
  {
    signal: 'trace',
    why: 'one request, all details',
    tone: 'trace',
    mark: <TraceMark x={0} y={0} />,
    questions: ['Where did this order wait?', 'What do slow orders have in common?'],
  },
  {
    signal: 'log or event',
    why: 'one moment, in words',
    tone: 'log',
    mark: <LogMark x={12} y={0} radius={6} />,
    questions: ['What did the card company answer?'],
  },
]

const boxHeight = 34
const step = 44

function Wide() {
  let index = 0
  return (
    <>
      {groups.map((group) => {
        const first = index
        index += group.questions.length
        const middle = 4 + ((first + index) / 2) * step - (step - boxHeight) / 2
        return (
          <g key={group.signal}>
            {group.questions.map((question, line) => {
              const y = 4 + (first + line) * step
              return (
                <g key={question}>
                  <rect
                    x={4}
                    y={y}
                    width={330}
                    height={boxHeight}
                    rx={6}
                    className="fill-raised stroke-line-strong"
                  />
                  <Label x={18} y={y + 22} text={question} />
                  <Wire
                    flows
                    tone={group.tone}
                    points={[
                      [334, y + boxHeight / 2],
                      [505, middle],
                    ]}
                  />
                </g>
              )
            })}
            <g transform={`translate(518 ${middle})`}>{group.mark}</g>
            <Label x={558} y={middle - 2} text={group.signal} strong tone={group.tone} />
            <Label x={558} y={middle + 15} text={group.why} size={12} tone="soft" />
          </g>
        )
      })}
    </>
  )
}

function Narrow() {
  let y = 4
  return (
    <>
      {groups.map((group) => {
        const top = y
        y += 44 + group.questions.length * 40 + 10
        return (
          <g key={group.signal}>
            <g transform={`translate(4 ${top + 14})`}>{group.mark}</g>
            <Label x={44} y={top + 18} text={group.signal} strong tone={group.tone} />
            <Label x={356} y={top + 18} text={group.why} size={12} tone="soft" anchor="end" />
            {group.questions.map((question, line) => (
              <g key={question}>
                <rect
                  x={4}
                  y={top + 32 + line * 40}
                  width={354}
                  height={boxHeight}
                  rx={6}
                  className="fill-raised stroke-line-strong"
                />
                <Label x={18} y={top + 54 + line * 40} text={question} />
              </g>
            ))}
          </g>
        )
      })}
    </>
  )
}

export function QuestionsAndSignals() {
  return (
    <FigureFrame
      id="figure-questions-and-signals"
      title="Each question goes to the signal that answers it cheaply"
      description="Six questions about the checkout. Three lead to metrics, two to traces, one to logs and events."
      caption="The questions come first. A signal is chosen for a question, and what answers no question is not recorded."
      wide={{ width: 720, height: 268, drawing: <Wide /> }}
      narrow={{ width: 362, height: 404, drawing: <Narrow /> }}
      moving
      words={
        <ul className="list-disc pl-5">
          {groups.map(({ signal, why, questions }) => (
            <li key={signal}>
              {signal} ({why}): {questions.join(' ')}
            </li>
          ))}
        </ul>
      }
    />
  )
}

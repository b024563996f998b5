import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { ErrorMark } from '@/components/figures/signal-mark'
import { WordsTable } from '@/components/figures/words-table'
import type { Decision } from '@/lib/engine/collector/tail-sampling/decision'
import { combineDecisions } from '@/lib/engine/collector/tail-sampling/policy'

const policies = ['no-health-checks', 'keep-errors', 'keep-a-tenth'] as const

const traces = [
  { name: 'failed health check', says: ['Dropped', 'Sampled', 'NotSampled'] },
  { name: 'failed checkout', says: ['NotSampled', 'Sampled', 'NotSampled'] },
  { name: 'a lucky one in ten', says: ['NotSampled', 'NotSampled', 'Sampled'] },
  { name: 'any other', says: ['NotSampled', 'NotSampled', 'NotSampled'] },
].map(({ name, says }) => {
  const votes = policies.map((policy, index) => ({
    name: policy,
    decision: says[index] as Decision,
    drop: index === 0,
  }))
  return { name, votes, verdict: combineDecisions(votes) }
})

const words: Partial<Record<Decision, string>> = { Dropped: 'drop', Sampled: 'keep', NotSampled: '–' }
const wordOf = (decision: Decision): string => words[decision] ?? decision

interface LayoutProps {
  /** Centre of the first policy's column, and the distance of the columns. */
  first: number
  step: number
  end: number
  narrow?: boolean
}

function Votes({ first, step, end, narrow }: LayoutProps) {
  const column = (index: number): number => first + index * step
  const rowStep = narrow ? 58 : 40
  return (
    <>
      {policies.map((policy, index) => (
        <Label
          key={policy}
          x={column(index)}
          y={14}
          text={policy}
          size={narrow ? 11 : 12}
          mono={!narrow}
          anchor="middle"
        />
      ))}
      <Label x={end} y={14} text="trace" size={12} anchor="middle" strong />
      {traces.map(({ name, votes, verdict }, row) => {
        const y = (narrow ? 60 : 46) + row * rowStep
        const isKept = verdict.decision === 'Sampled'
        return (
          <g key={name}>
            <line x1={4} x2={end + 40} y1={y - rowStep / 2} y2={y - rowStep / 2} className="stroke-line" />
            <Label x={4} y={narrow ? y - 12 : y + 4} text={name} />
            {votes.map((vote, index) => (
              <g key={vote.name}>
                {vote.decision === 'Dropped' && (
                  <ErrorMark x={column(index) - 22} y={y + (narrow ? 10 : 0)} />
                )}
                <Label
                  x={column(index)}
                  y={y + (narrow ? 14 : 4)}
                  text={wordOf(vote.decision)}
                  anchor="middle"
                  tone={
                    vote.decision === 'NotSampled' ? 'soft' : vote.decision === 'Dropped' ? 'error' : 'ink'
                  }
                />
              </g>
            ))}
            <rect
              x={end - 28}
              y={y + (narrow ? 3 : -7)}
              width={14}
              height={14}
              rx={2}
              strokeWidth={1.5}
              className={isKept ? 'fill-trace stroke-trace' : 'fill-none stroke-line-strong'}
            />
            <Label x={end - 8} y={y + (narrow ? 14 : 4)} text={isKept ? 'kept' : 'gone'} strong={isKept} />
          </g>
        )
      })}
    </>
  )
}

export function PolicyVotes() {
  return (
    <FigureFrame
      id="figure-policy-votes"
      title="How three policies vote on four traces"
      description="A failed health check is dropped by the drop policy although keep-errors votes to keep it. A failed checkout is kept by keep-errors alone. One trace in ten is kept by keep-a-tenth alone. All others get no vote and are gone."
      caption="One “drop” ends it. Without one, a single “keep” is enough. A dash is not a vote against; it is no vote."
      wide={{ width: 720, height: 188, drawing: <Votes first={250} step={150} end={670} /> }}
      narrow={{ width: 362, height: 280, drawing: <Votes first={54} step={94} end={316} narrow /> }}
      words={
        <WordsTable
          label="Votes and decisions"
          head={['Trace', ...policies, 'Decision']}
          rows={traces.map(({ name, votes, verdict }) => [
            name,
            ...votes.map((vote) => (vote.decision === 'NotSampled' ? 'no vote' : wordOf(vote.decision))),
            verdict.decision === 'Sampled' ? 'kept' : 'gone',
          ])}
        />
      }
    />
  )
}

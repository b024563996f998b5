import { cn } from '@/components/ui/cn'
import { type Stage, stageMs, stages } from '@/lib/simulators/trace-explorer/view'

const stageWords: Readonly<Record<Stage, string>> = {
  histogram: 'Histogram',
  exemplar: 'Exemplar',
  trace: 'Trace',
  path: 'Critical path',
  log: 'Log',
}

interface Props {
  stage: Stage
  disabled: boolean
  onJump: (toMs: number) => void
}

/** The way from a number to a cause. Each jump can be gone to. */
export function JumpBar({ stage, disabled, onJump }: Props) {
  return (
    <ol aria-label="From metric to log" className="m-0 flex list-none flex-wrap gap-x-1 gap-y-1 p-0">
      {stages.map((each, at) => (
        <li key={each} className="m-0 flex items-center gap-1 p-0">
          {at > 0 && (
            <span aria-hidden="true" className="text-soft">
              →
            </span>
          )}
          <button
            type="button"
            aria-current={each === stage ? 'step' : undefined}
            disabled={disabled}
            onClick={() => onJump(at * stageMs)}
            className={cn(
              'min-h-9 rounded border px-2 text-[14px] leading-5',
              each === stage
                ? 'border-accent bg-accent-wash font-semibold text-ink'
                : 'border-line-strong bg-raised text-ink hover:bg-sunken',
            )}
          >
            {stageWords[each]}
          </button>
        </li>
      ))}
    </ol>
  )
}

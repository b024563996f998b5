import type { DrillExemplar } from '@/lib/simulators/incident-drill/red'
import { durationWords } from '@/lib/simulators/trace/words'
import { SimulatorButton } from '../simulator-button'

interface Props {
  exemplars: readonly DrillExemplar[]
  onOpen: (trace: number) => void
}

/** The exemplars of the last minutes: each a way into a trace. */
export function ExemplarRow({ exemplars, onOpen }: Props) {
  if (exemplars.length === 0) return null
  return (
    <div>
      <p className="m-0 mb-1 text-[14px] leading-5 font-semibold">Exemplars of the last two minutes</p>
      <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
        {exemplars.map(({ trace, ms, failed, group }) => (
          <li key={trace} className="m-0 p-0">
            <SimulatorButton
              className="px-2 text-[14px] font-normal tabular-nums"
              onClick={() => onOpen(trace)}
            >
              {failed && (
                <span aria-hidden="true" className="font-semibold text-error">
                  ×{' '}
                </span>
              )}
              {durationWords(ms)}
              {failed && ', failed'}
              {group !== null && `, ${group}`}
            </SimulatorButton>
          </li>
        ))}
      </ul>
    </div>
  )
}

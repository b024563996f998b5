import { sliceMs, sliceView } from '@/lib/simulators/sampling/slices'
import type { SamplingView } from '@/lib/simulators/sampling/view'

const cell = 'border-b border-line py-1.5 pr-4 text-right'
const sideColumns = ['kept', 'errors kept', 'dropped', 'waiting', 'pushed out']

/** The scene as a table: what became of the traces of each stretch of time. */
export function SlicesTable({ view, revealed }: { view: SamplingView; revealed: boolean }) {
  const letters = view.b === null ? [''] : ['A: ', 'B: ']
  const slices = revealed ? sliceView(view) : []
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll-region overflow-x-auto" aria-label="Table of the traces" tabIndex={0}>
      <table className="w-full min-w-[40rem] border-collapse text-[14px] leading-5 tabular-nums">
        <caption className="sr-only">Traces by the time of their start, and what became of them</caption>
        <thead>
          <tr>
            <th scope="col" className={`${cell} text-left`}>
              Began at
            </th>
            {[
              'Traces',
              'Errors',
              ...letters.flatMap((letter) => sideColumns.map((name) => letter + name)),
            ].map((name) => (
              <th key={name} scope="col" className={cell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slices.map(({ fromMs, traces, errors, sides }) => (
            <tr key={fromMs}>
              <th scope="row" className={`${cell} text-left font-normal`}>
                {fromMs / 1000}–{(fromMs + sliceMs) / 1000} s
              </th>
              <td className={cell}>{traces}</td>
              <td className={cell}>{errors}</td>
              {sides.flatMap((side, index) =>
                [side.kept, side.keptErrors, side.dropped, side.waiting, side.evicted].map(
                  (value, column) => (
                    <td key={`${letters[index]}${sideColumns[column]}`} className={cell}>
                      {value}
                    </td>
                  ),
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

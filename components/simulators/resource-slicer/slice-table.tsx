import type { SliceParams } from '@/lib/simulators/resource-slicer/params'
import { percent, sliceName } from '@/lib/simulators/resource-slicer/sentence'
import type { SliceView } from '@/lib/simulators/resource-slicer/view'

const plain = 'border-b border-line py-1.5 pr-4'
const cell = `${plain} text-right`

/** The answer as a table. */
export function SliceTable({ view, params }: { view: SliceView; params: SliceParams }) {
  const { answer } = view
  const keys = params.thenBy === 'none' ? [params.groupBy] : [params.groupBy, params.thenBy]
  if (!answer.ok) return <p className="m-0 text-error">× {answer.message}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll-region overflow-x-auto" aria-label="Table of the groups" tabIndex={0}>
      <table className="w-full min-w-[34rem] border-collapse text-[14px] leading-5 tabular-nums">
        <caption className="sr-only">Requests and errors by group</caption>
        <thead>
          <tr>
            {keys.map((key, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same attribute may be asked for twice
              <th key={`${key} ${index}`} scope="col" className={`${plain} text-left`}>
                {key}
              </th>
            ))}
            {['Requests', 'Failed', 'Share'].map((name) => (
              <th key={name} scope="col" className={cell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.slices.map((slice) => (
            <tr key={sliceName(slice)}>
              {slice.values.map((value, index) =>
                index === 0 ? (
                  <th key="first" scope="row" className={`${plain} text-left font-normal`}>
                    {value}
                  </th>
                ) : (
                  <td key="second" className={plain}>
                    {value}
                  </td>
                ),
              )}
              <td className={cell}>{slice.requests}</td>
              <td className={cell}>{slice.errors}</td>
              <td className={cell}>{percent(slice.requests === 0 ? 0 : slice.errors / slice.requests)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

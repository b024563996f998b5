import { boxesOf, countFate } from '@/lib/simulators/collector-pipeline/find-box'
import type { PipelineView } from '@/lib/simulators/collector-pipeline/view'
import { WorldLine } from './world-line'

const plain = 'border-b border-line py-1.5 pr-4 align-top'
const cell = `${plain} text-right`
const columns = ['In', 'On', 'Waiting', 'Dropped', 'Refused', 'Lost', 'Sent']

/** The scene as a table: every component of every pipeline in its order. */
export function PipelineTable({ view }: { view: PipelineView }) {
  return (
    <div className="flex flex-col gap-4">
      <WorldLine view={view} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll-region overflow-x-auto" aria-label="Table of the components" tabIndex={0}>
        <table className="w-full min-w-[44rem] border-collapse text-[14px] leading-5 tabular-nums">
          <caption className="sr-only">Components by pipeline, and what they did</caption>
          <thead>
            <tr>
              {['Pipeline', 'Component'].map((name) => (
                <th key={name} scope="col" className={`${plain} text-left`}>
                  {name}
                </th>
              ))}
              {columns.map((name) => (
                <th key={name} scope="col" className={cell}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.lanes.flatMap((lane) =>
              boxesOf(lane).map((box, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the order of a pipeline is what it is
                <tr key={`${lane.id} ${box.key} ${index}`}>
                  <td className={`${plain} text-left font-mono text-[13px]`}>{lane.id}</td>
                  <th scope="row" className={`${plain} text-left font-mono text-[13px] font-semibold`}>
                    {box.id}
                  </th>
                  {[
                    box.entered,
                    box.left,
                    box.held,
                    ...(['dropped', 'refused', 'lost', 'sent'] as const).map((fate) => countFate(box, fate)),
                  ].map((value, column) => (
                    <td key={columns[column]} className={cell}>
                      {value}
                    </td>
                  ))}
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </div>
  )
}

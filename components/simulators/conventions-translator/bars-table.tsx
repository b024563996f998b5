import type { ConventionsView } from '@/lib/simulators/conventions-translator/view'

const plain = 'border-b border-line py-1.5 pr-4'
const cell = `${plain} text-right`

/** The timeline as a table. */
export function BarsTable({ view }: { view: ConventionsView }) {
  return (
    <table className="w-full max-w-lg border-collapse text-[14px] leading-5 tabular-nums">
      <caption className="sr-only">Requests each half second, and what the query counts of them</caption>
      <thead>
        <tr>
          <th scope="col" className={`${plain} text-left`}>
            From
          </th>
          {['Requests', 'Counted', 'Difference'].map((name) => (
            <th key={name} scope="col" className={cell}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.bars
          .filter(({ requests }) => requests > 0)
          .map(({ fromMs, requests, counted }) => (
            <tr key={fromMs}>
              <th scope="row" className={`${plain} text-left font-normal`}>
                {fromMs / 1000} s
              </th>
              <td className={cell}>{requests}</td>
              <td className={cell}>{counted}</td>
              <td className={cell}>{counted - requests}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

import { pathOfBars } from '@/lib/problems/bar-path'
import type { Bar } from '@/lib/problems/problem'

interface TraceDrawingProps {
  bars: readonly Bar[]
  /** Marks what the request waited for. */
  showsPath: boolean
}

/** A trace as a table of its spans, with a bar in each row. */
export function TraceDrawing({ bars, showsPath }: TraceDrawingProps) {
  const whole = Math.max(...bars.map(({ end }) => end))
  const path = showsPath ? pathOfBars(bars) : []
  const percent = (ms: number) => `${(100 * ms) / whole}%`
  return (
    <table className="problem-trace">
      <caption className="sr-only">
        The spans of the trace, each child below its parent. Times in milliseconds since the request began.
        {showsPath && ' What the request waited for is marked.'}
      </caption>
      <thead>
        <tr>
          <th scope="col">Span</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">
            <span className="sr-only">{showsPath ? 'On the critical path' : 'Place in time'}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {inOrder(bars).map(({ bar, depth }) => {
          const parts = path.filter(({ span }) => span === bar.id)
          const waited = parts.reduce((sum, { start, end }) => sum + end - start, 0)
          return (
            <tr key={bar.id}>
              <th scope="row" style={{ paddingInlineStart: `${depth * 10}px` }}>
                {bar.name}
                {depth > 0 && (
                  <span className="sr-only">, child of {bars.find(({ id }) => id === bar.parent)?.name}</span>
                )}
              </th>
              <td>{bar.start}</td>
              <td>{bar.end}</td>
              <td>
                <span className="sr-only">{showsPath && `${waited} ms`}</span>
                <span aria-hidden="true" className="problem-track">
                  <span
                    className="problem-bar"
                    style={{ insetInlineStart: percent(bar.start), width: percent(bar.end - bar.start) }}
                  />
                  {parts.map(({ start, end }) => (
                    <span
                      key={start}
                      className="problem-bar problem-bar-waited"
                      style={{ insetInlineStart: percent(start), width: percent(end - start) }}
                    />
                  ))}
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Each span after its parent and before its parent's next child, children by their start. */
function inOrder(
  bars: readonly Bar[],
  parent: string | null = null,
  depth = 0,
): { bar: Bar; depth: number }[] {
  return bars
    .filter((bar) => bar.parent === parent)
    .sort((a, b) => a.start - b.start)
    .flatMap((bar) => [{ bar, depth }, ...inOrder(bars, bar.id, depth + 1)])
}

interface Props {
  /** What the table is of; read aloud, not shown. */
  label: string
  head: readonly string[]
  /** The first cell of a row names it. */
  rows: readonly (readonly (string | number)[])[]
}

/** Numbers as a table: the first column names, the others count. A long one scrolls in its own frame. */
export function DataTable({ label, head, rows }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="mt-2 max-h-[34rem] overflow-auto">
      <table className="w-full max-w-160 text-left">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-b border-line-strong text-soft">
            {head.map((cell, place) => (
              <th
                key={cell}
                scope="col"
                className={`py-1.5 pr-4 align-bottom font-normal ${place > 0 ? 'text-right' : ''}`}
              >
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name} className="border-b border-line">
              <th scope="row" className="py-1.5 pr-4 font-normal">
                {name}
              </th>
              {cells.map((cell, place) => (
                <td key={head[place + 1]} className="py-1.5 pr-4 text-right">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

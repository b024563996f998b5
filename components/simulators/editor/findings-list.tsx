import type { EditorFinding } from './finding'

interface Props {
  id: string
  findings: readonly EditorFinding[]
  verdict: string
  /** Moves the caret there. */
  onChoose: (finding: EditorFinding) => void
}

/** The most that are written out: what is wrong with a text that is wrong throughout is said by the first few. */
const most = 12

/** What was found, each a button that leads to its place. */
export function FindingsList({ id, findings, verdict, onChoose }: Props) {
  const shown = findings.slice(0, most)
  return (
    <div id={id} role="status" className="min-w-0 text-[14px] leading-5">
      {shown.length === 0 ? (
        <p className="m-0 text-soft">{verdict}</p>
      ) : (
        <ul className="m-0 flex max-h-64 list-none flex-col gap-1 overflow-y-auto p-0">
          {shown.map((finding) => {
            const { severity, line, column, message } = finding
            const isError = severity === 'error'
            return (
              <li key={`${line} ${column} ${message}`} className="m-0 p-0">
                <button
                  type="button"
                  className={`w-full rounded px-2 py-1 text-left break-words whitespace-pre-line hover:bg-sunken focus-visible:outline-offset-[-2px] ${isError ? 'text-error' : 'text-ink'}`}
                  onClick={() => onChoose(finding)}
                >
                  <strong className="underline underline-offset-3">
                    {isError ? '× Error' : '! Warning'}, line {line}, column {column}:
                  </strong>{' '}
                  {message}
                </button>
              </li>
            )
          })}
          {findings.length > most && (
            <li className="m-0 px-2 py-1 text-soft">And {findings.length - most} more.</li>
          )}
        </ul>
      )}
    </div>
  )
}

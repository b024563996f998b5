import { useId } from 'react'
import type { NameFinding } from '@/lib/engine/conventions/renames'
import { longestNames } from '@/lib/simulators/conventions-translator/params'

interface Props {
  text: string
  findings: readonly NameFinding[]
  onChange: (text: string) => void
}

const cell = 'border-b border-line py-1.5 pr-4 text-left align-top last:pr-0'

/** Names typed or pasted, and what each is called today. */
export function NameTranslator({ text, findings, onChange }: Props) {
  const id = useId()
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="flex min-w-0 flex-col gap-3 border-t border-line pt-4"
    >
      <p id={`${id}-title`} className="m-0 text-[16px] leading-6 font-semibold">
        Translate names
      </p>
      <div className="flex min-w-0 flex-col gap-1">
        <label htmlFor={id} className="text-[14px] leading-5 font-semibold">
          Names, a span or a query
        </label>
        <textarea
          id={id}
          className="h-32 w-full resize-y rounded border border-line-strong bg-raised p-2 font-mono text-[13px] leading-5 text-ink"
          value={text}
          maxLength={longestNames}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <p role="status" className="m-0 text-[14px] leading-5 text-soft">
        {summaryOf(findings)}
      </p>
      {findings.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="scroll-region overflow-x-auto" aria-label="Table of the names" tabIndex={0}>
          <table className="w-full min-w-[44rem] border-collapse text-[14px] leading-5">
            <caption className="sr-only">The names, and what they are today</caption>
            <thead>
              <tr>
                {['As written', 'Today', 'Stability', 'Since', 'Beware'].map((name) => (
                  <th key={name} scope="col" className={cell}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {findings.map((finding) => (
                <NameRow key={finding.name} finding={finding} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

function summaryOf(findings: readonly NameFinding[]): string {
  const count = (kind: NameFinding['kind']) => findings.filter((finding) => finding.kind === kind).length
  if (findings.length === 0) return 'No name has been found: a name has a dot in it, as http.method.'
  return `${count('renamed')} old, ${count('current')} of today, ${count('unknown')} that the table does not have.`
}

function NameRow({ finding }: { finding: NameFinding }) {
  const { name } = finding
  const cells = cellsOf(finding)
  return (
    <tr>
      <th scope="row" className={`${cell} font-mono text-[13px] font-normal`}>
        {finding.kind === 'renamed' ? <s className="text-soft">{name}</s> : name}
      </th>
      {cells.map((text, index) => (
        <td
          key={['today', 'stability', 'since', 'beware'][index]}
          className={index === 0 ? `${cell} font-mono text-[13px]` : cell}
        >
          {text}
        </td>
      ))}
    </tr>
  )
}

function cellsOf(finding: NameFinding): [today: string, stability: string, since: string, beware: string] {
  if (finding.kind === 'unknown') return ['–', '–', '–', 'Not in this table: look it up in the conventions.']
  if (finding.kind === 'current') return [finding.name, '–', '–', `What was ${finding.was.join(' and ')}.`]
  const { names, stable, since, unit, note } = finding.rename
  const beware = [unit && `The unit changes: ${unit.from} to ${unit.to}.`, note].filter(Boolean).join(' ')
  const stability = names.length === 0 ? '–' : stable ? 'stable' : 'not all stable'
  return [names.join(', ') || 'removed', stability, since ?? '–', beware]
}

import { daysBetween } from '@/lib/review/day'
import type { HistoryEntry } from '@/lib/review/history'

const SHOWN = 100
const gradeNames = { 1: 'Forgot', 2: 'Hard', 3: 'Good', 4: 'Easy' } as const
const names: Record<Exclude<HistoryEntry['kind'], 'grade'>, string> = {
  suspend: 'Suspended',
  unsuspend: 'Asked again',
  bury: 'Buried',
  unbury: 'Dug up',
  flag: 'Flagged',
  reset: 'Reset',
  add: 'Added to the deck',
  cram: 'Practised, which moves nothing',
}

/** What happened to a card, the latest first, as a table. */
export function CardHistory({ history, zone }: { history: readonly HistoryEntry[]; zone: string }) {
  if (history.length === 0) return <p className="text-soft">Nothing has happened to this card yet.</p>
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left text-[0.9375rem]">
        <caption className="sr-only">The history of this card, the latest first</caption>
        <thead>
          <tr className="border-b border-line text-soft">
            <th scope="col" className="py-2 pr-4 font-normal">
              When
            </th>
            <th scope="col" className="py-2 pr-4 font-normal">
              What
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-normal">
              After
            </th>
            <th scope="col" className="py-2 text-right font-normal">
              Asked again in
            </th>
          </tr>
        </thead>
        <tbody>
          {history.slice(0, SHOWN).map((entry) => (
            <tr key={entry.id} className="border-b border-line">
              <th scope="row" className="py-2 pr-4 font-normal whitespace-nowrap">
                {time.format(entry.at)}
              </th>
              <td className="py-2 pr-4">
                {entry.kind === 'grade' ? gradeNames[entry.grade] : names[entry.kind]}
                {entry.isUndone && <span className="text-soft">, taken back</span>}
              </td>
              <td className="py-2 pr-4 text-right whitespace-nowrap">{gapWords(entry)}</td>
              <td className="py-2 text-right whitespace-nowrap">{intervalOf(entry)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {history.length > SHOWN && (
        <p className="mt-2 text-soft">And {history.length - SHOWN} earlier events.</p>
      )}
    </div>
  )
}

function gapWords(entry: HistoryEntry): string {
  if (entry.kind !== 'grade' || !entry.before || !entry.after) return ''
  return days(Math.max(0, daysBetween(entry.before.lastDay, entry.after.lastDay)))
}

function intervalOf(entry: HistoryEntry): string {
  if (entry.kind !== 'grade' || !entry.after) return ''
  return days(daysBetween(entry.after.lastDay, entry.after.dueDay))
}

function days(count: number): string {
  return count === 0 ? 'the same day' : count === 1 ? '1 day' : `${count} days`
}

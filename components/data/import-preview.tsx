import type { ImportSummary } from '@/lib/review/import-summary'

const formats = {
  spanwise: 'An export of Spanwise',
  anki: 'A package of Anki: its notes become cards of your own, and their reviews come along; media stay behind',
  csv: 'A table of cards',
}

/** What would be written, what is there already, and what is left out and why. */
export function ImportPreview({ summary }: { summary: ImportSummary }) {
  const brought = [
    ['New cards of your own', summary.cards],
    [reviewWords(summary), summary.reviews],
    ['Notes', summary.notes],
    ['Sections read', summary.sections],
    ['Here already', summary.already],
  ] as const
  const skipped = Object.entries(summary.skipped)
  return (
    <section aria-labelledby="preview" className="rounded border border-line bg-raised p-5">
      <h3 id="preview" className="font-semibold">
        What it would bring
      </h3>
      <p className="mt-1 text-soft">{formats[summary.format]}.</p>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-6 gap-y-1">
        {brought.map(([name, count]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="text-right tabular-nums">{count.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      {skipped.length > 0 && (
        <>
          <h4 className="mt-4 font-semibold">Left out</h4>
          <ul className="mt-1">
            {skipped.map(([why, count]) => (
              <li key={why}>
                <span className="tabular-nums">{count}</span>: {why}
              </li>
            ))}
          </ul>
        </>
      )}
      {summary.samples.length > 0 && (
        <>
          <h4 className="mt-4 font-semibold">The first of the new cards</h4>
          <ul className="mt-1 grid gap-3">
            {summary.samples.map(({ question, answer }) => (
              <li key={`${question} ${answer}`} className="break-words border-line border-l-2 pl-3">
                <span className="line-clamp-3">{question}</span>
                <span className="line-clamp-3 text-soft">{answer}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function reviewWords({ reviewedCards }: ImportSummary): string {
  if (reviewedCards === 0) return 'Reviews and other events'
  return `Reviews and other events, of ${reviewedCards === 1 ? '1 card' : `${reviewedCards.toLocaleString('en')} cards`}`
}

import type { Outcome } from '@/lib/engine/collector/pipeline/node-record'
import type { Fate } from '@/lib/engine/collector/pipeline/stage'
import { countFate } from '@/lib/simulators/collector-pipeline/find-box'
import { changesOf, describeItem } from '@/lib/simulators/collector-pipeline/item-words'
import type { BoxView } from '@/lib/simulators/collector-pipeline/view'

const fateWords: Record<Fate, string> = {
  passed: 'went on',
  changed: 'were changed',
  made: 'were made',
  dropped: 'were dropped',
  refused: 'were refused',
  lost: 'were lost',
  sent: 'were sent',
}

const endWords: Partial<Record<Fate, string>> = {
  dropped: ' → nothing',
  lost: ' → nothing',
  refused: ' → back to its sender',
}

/** What one component did, why, and to which items. */
export function BoxDetail({ box }: { box: BoxView }) {
  const { queue, note } = box
  return (
    <section aria-label={`What ${box.id} does`} className="mt-3 min-w-0 border-l-4 border-accent pl-3">
      <p className="m-0 font-mono text-[15px] leading-6 font-semibold break-words">{box.id}</p>
      <p className="m-0 text-[14px] leading-5 text-soft">
        {instanceWords(box)} {box.entered} in,{' '}
        {box.kind === 'exporter' ? `${countFate(box, 'sent')} sent` : `${box.left} handed on`}, {box.held}{' '}
        waiting.
        {queue !== null && ` Queue: ${queue.queued} of ${queue.size}, ${queue.retrying} being tried again.`}
      </p>
      {note !== null && <p className="m-0 mt-1 text-[14px] leading-5 break-words text-ink">{note}</p>}
      {box.outcomes.length > 0 ? (
        <ul className="m-0 mt-2 flex list-none flex-col gap-3 p-0">
          {box.outcomes.map((outcome) => (
            <OutcomeLine key={`${outcome.fate} ${outcome.why}`} outcome={outcome} />
          ))}
        </ul>
      ) : (
        <p className="m-0 mt-2 text-[14px] leading-5 text-soft">
          {box.entered === 0 ? 'Nothing has come in yet.' : 'Everything went on as it came.'}
        </p>
      )}
    </section>
  )
}

function instanceWords({ kind, id, pipelines }: BoxView): string {
  if (kind === 'processor') return 'An instance of this pipeline alone.'
  if (kind === 'connector') return `Joins ${pipelines.join(', ')}.`
  const shared =
    pipelines.length > 1
      ? `One instance, shared by ${pipelines.join(' and ')}.`
      : 'One instance for this signal.'
  return id.split('/')[0] === 'otlp' && kind === 'receiver'
    ? `${shared} All signals come in at one address.`
    : shared
}

function OutcomeLine({ outcome }: { outcome: Outcome }) {
  const { fate, why, count, examples } = outcome
  const end = endWords[fate]
  return (
    <li className="m-0 min-w-0 p-0 text-[14px] leading-5">
      <p className="m-0 break-words">
        <strong className={fate === 'lost' ? 'text-error' : ''}>
          {fate === 'lost' && '× '}
          {count} {fateWords[fate]}
        </strong>
        : {why}
      </p>
      <ul className="m-0 list-none p-0 font-mono text-[13px] leading-5 text-soft">
        {examples.slice(0, end ? 2 : 1).map(({ before, after }, index) => {
          const item = before ?? after
          const changes = before && after ? changesOf(before, after) : []
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the first few, never reordered
            <li key={index} className="m-0 p-0 break-words">
              {item && `${describeItem(item)}${end ?? ''}`}
              {changes.map((line) => (
                <span key={line} className="block pl-4 text-ink">
                  {line}
                </span>
              ))}
            </li>
          )
        })}
      </ul>
    </li>
  )
}

import { type KeyboardEvent, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { durationWords, shortId } from '@/lib/simulators/trace/words'
import { collectMs, type Heat, type HeatMark } from '@/lib/simulators/trace-explorer/heat'
import { bucketWords } from '@/lib/simulators/trace-explorer/sentence'

interface Props {
  heat: Heat
  /** Null while none is chosen. */
  chosen: HeatMark | null
  disabled: boolean
  onChoose: (mark: HeatMark) => void
}

/** A histogram over time: how many requests each bucket took, and the exemplars, each a way into a trace. */
export function HeatMap({ heat, chosen, disabled, onChoose }: Props) {
  const group = useRef<HTMLDivElement>(null)
  const { counts, boundaries, marks } = heat
  const used = [...new Array(boundaries.length + 1).keys()].filter((bucket) =>
    counts.some((column) => column[bucket]! > 0),
  )
  const buckets = used.length === 0 ? [] : rangeDown(used.at(-1)!, used[0]!)
  const most = Math.max(1, ...counts.flat())
  const focusable = chosen ?? marks[0]

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined || focusable === undefined) return
    event.preventDefault()
    const next = (marks.indexOf(focusable) + step + marks.length) % marks.length
    onChoose(marks[next]!)
    group.current?.querySelector<HTMLElement>(`[data-mark="${next}"]`)?.focus()
  }

  return (
    <figure className="m-0 min-w-0">
      <figcaption className="mb-1 text-[14px] leading-5 font-semibold">
        <span className="font-mono text-[13px] break-all">http.server.request.duration</span> over a minute
      </figcaption>
      <div
        ref={group}
        role="radiogroup"
        aria-label="Exemplars, in the order of time"
        onKeyDown={onKeyDown}
        className="grid grid-cols-[4.5rem_repeat(6,minmax(0,1fr))] gap-px text-[12px] leading-4 text-soft tabular-nums"
      >
        {buckets.map((bucket) => (
          <Row key={bucket} label={boundLabel(boundaries, bucket)}>
            {counts.map((column, at) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in time
                key={at}
                className="relative flex h-7 items-center justify-center gap-px bg-sunken"
              >
                <span
                  aria-hidden="true"
                  className="absolute inset-0 bg-metric"
                  style={{ opacity: column[bucket]! === 0 ? 0 : 0.18 + (0.6 * column[bucket]!) / most }}
                />
                {marks.map((mark, index) =>
                  mark.column === at && mark.bucket === bucket ? (
                    <Mark
                      key={mark.traceId}
                      mark={mark}
                      index={index}
                      label={`Exemplar at ${Math.round(mark.timeMs / 1000)} s: ${durationWords(mark.value * 1000)}, bucket ${bucketWords(boundaries, bucket)}, trace ${shortId(mark.traceId)}${mark.failed ? ', failed' : ''}${mark.linked ? '' : ', dropped'}`}
                      isChosen={mark === chosen}
                      isFocusable={mark === focusable}
                      disabled={disabled}
                      onChoose={onChoose}
                    />
                  ) : null,
                )}
              </span>
            ))}
          </Row>
        ))}
        <span />
        {counts.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in time
          <span key={at} aria-hidden="true" className="text-center">
            {(at * collectMs) / 1000} s
          </span>
        ))}
      </div>
      <Legend />
    </figure>
  )
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <span aria-hidden="true" className="self-center pr-2 text-right">
        {label}
      </span>
      {children}
    </>
  )
}

interface MarkProps {
  mark: HeatMark
  index: number
  label: string
  isChosen: boolean
  isFocusable: boolean
  disabled: boolean
  onChoose: (mark: HeatMark) => void
}

/** A diamond: solid where the trace can be opened, hollow where it was dropped, with a cross where the request failed. */
function Mark({ mark, index, label, isChosen, isFocusable, disabled, onChoose }: MarkProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an input cannot be drawn as a diamond of two kinds
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      aria-label={label}
      title={label}
      data-mark={index}
      tabIndex={isFocusable ? 0 : -1}
      disabled={disabled}
      onClick={() => onChoose(mark)}
      className={cn(
        'relative grid size-6 shrink-0 place-items-center rounded-[3px]',
        isChosen && 'bg-raised outline-2 outline-accent',
      )}
    >
      <DiamondMark isSolid={mark.linked} isFailed={mark.failed} />
    </button>
  )
}

function DiamondMark({ isSolid, isFailed }: { isSolid: boolean; isFailed: boolean }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4">
      <path
        d="M8 1.5 14.5 8 8 14.5 1.5 8Z"
        strokeWidth={1.6}
        className={
          isFailed
            ? cn('stroke-error', isSolid ? 'fill-error' : 'fill-raised')
            : cn(isSolid ? 'fill-trace stroke-raised' : 'fill-raised stroke-trace')
        }
      />
      {isFailed && (
        <path
          d="M5.7 5.7 10.3 10.3M10.3 5.7 5.7 10.3"
          strokeWidth={2}
          className={isSolid ? 'stroke-raised' : 'stroke-error'}
        />
      )}
    </svg>
  )
}

function Legend() {
  const item = 'm-0 flex items-center gap-1 p-0'
  return (
    <ul className="m-0 mt-1.5 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 text-[13px] leading-5 text-soft">
      <li className={item}>
        <span aria-hidden="true" className="h-3 w-5 bg-metric" style={{ opacity: 0.6 }} />
        more requests, darker
      </li>
      <li className={item}>
        <DiamondMark isSolid isFailed={false} />
        exemplar
      </li>
      <li className={item}>
        <DiamondMark isSolid={false} isFailed={false} />
        its trace was dropped
      </li>
      <li className={item}>
        <DiamondMark isSolid isFailed />
        failed
      </li>
    </ul>
  )
}

function rangeDown(from: number, to: number): number[] {
  return Array.from({ length: from - to + 1 }, (_, step) => from - step)
}

/** The upper bound of a bucket, short. */
function boundLabel(boundaries: readonly number[], bucket: number): string {
  const bound = boundaries[bucket]
  if (bound === undefined) return `> ${boundaries.at(-1)} s`
  return bound < 1 ? `≤ ${bound * 1000} ms` : `≤ ${bound} s`
}

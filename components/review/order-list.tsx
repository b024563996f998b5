'use client'

import { useEffect, useRef, useState } from 'react'
import { cn } from '../ui/cn'
import { FaceHtml, faceText } from './face-html'

interface OrderListProps {
  items: readonly string[]
  /** For each place, the item that the learner has put there. */
  places: readonly number[]
  isRevealed: boolean
  /** Whether to mark what is right; else the items only stand there. */
  isTried: boolean
  onMove(places: number[]): void
}

/** The items of an order card, each with a step up and a step down. */
export function OrderList({ items, places, isRevealed, isTried, onMove }: OrderListProps) {
  const [moved, setMoved] = useState<{ item: number; by: -1 | 1 } | null>(null)
  const list = useRef<HTMLOListElement>(null)

  // A moved row leaves its place in the document, and focus with it: give it back.
  useEffect(() => {
    if (moved) list.current?.querySelector<HTMLElement>(`[data-move="${moved.item}:${moved.by}"]`)?.focus()
  }, [moved])

  function move(place: number, by: -1 | 1) {
    const item = places[place]
    const other = places[place + by]
    if (item === undefined || other === undefined) return
    const next = [...places]
    next[place] = other
    next[place + by] = item
    onMove(next)
    setMoved({ item, by })
  }

  const movedTo = moved ? places.indexOf(moved.item) : -1
  return (
    <>
      <ol ref={list} className="m-0 grid list-none gap-2 p-0">
        {places.map((item, place) => {
          const html = items[item] ?? ''
          const isRight = item === place
          return (
            <li
              key={item}
              className={cn(
                'm-0 flex items-center gap-3 rounded border px-4 py-2',
                isRevealed && isTried
                  ? isRight
                    ? 'border-metric bg-metric-wash'
                    : 'border-error bg-error-wash'
                  : 'border-line bg-raised',
              )}
            >
              <span className="text-[0.875rem] text-soft tabular-nums">{place + 1}</span>
              <FaceHtml html={html} className="grow" />
              {isRevealed ? (
                isTried && (
                  <span className="shrink-0 text-[0.875rem] font-semibold">
                    {isRight ? 'Right' : `Belongs at ${item + 1}`}
                  </span>
                )
              ) : (
                <span className="flex shrink-0 gap-1">
                  {([-1, 1] as const).map((by) => (
                    <button
                      key={by}
                      type="button"
                      data-move={`${item}:${by}`}
                      aria-label={`Move ${by < 0 ? 'up' : 'down'}: ${faceText(html)}`}
                      aria-disabled={places[place + by] === undefined}
                      onClick={() => move(place, by)}
                      className="size-10 rounded border border-line bg-raised hover:border-line-strong aria-disabled:text-soft aria-disabled:opacity-50"
                    >
                      <span aria-hidden="true">{by < 0 ? '↑' : '↓'}</span>
                    </button>
                  ))}
                </span>
              )}
            </li>
          )
        })}
      </ol>
      <p role="status" className="sr-only">
        {movedTo >= 0 && !isRevealed
          ? `${faceText(items[moved?.item ?? 0] ?? '')}: place ${movedTo + 1} of ${places.length}`
          : ''}
      </p>
    </>
  )
}

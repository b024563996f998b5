import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from 'react'
import type { TraceRow } from '@/lib/simulators/trace/open-trace'

export interface Tree {
  readonly list: RefObject<HTMLDivElement | null>
  /** Positions of the rows that no closed row hides. */
  readonly shown: readonly number[]
  /** The row that Tab comes to: the chosen one, or the nearest above it that is shown. */
  readonly current: number
  isClosed(row: number): boolean
  onKeyDown(event: KeyboardEvent): void
  /** A click on a row chooses it; on its triangle, opens or closes it. */
  onClick(event: MouseEvent): void
}

/**
 * The rows of a trace as a tree that is walked by the arrow keys: up and down from row to row, right into a row or open,
 * left out of it or closed, Home and End. The choice follows the focus.
 */
export function useTree(rows: readonly TraceRow[], selected: number, onSelect: (row: number) => void): Tree {
  const list = useRef<HTMLDivElement>(null)
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set())
  const shown = [...rows.keys()].filter((row) => {
    for (let up = rows[row]!.parent; up >= 0; up = rows[up]!.parent) if (closed.has(up)) return false
    return true
  })

  let current = selected
  while (!shown.includes(current)) current = rows[current]!.parent

  function toggle(row: number) {
    const next = new Set(closed)
    if (!next.delete(row)) next.add(row)
    setClosed(next)
  }

  function go(row: number | undefined) {
    if (row === undefined || row < 0) return
    onSelect(row)
    list.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    const at = shown.indexOf(current)
    const { children, parent } = rows[current]!
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const isClosed = closed.has(current)
    switch (event.key) {
      case 'ArrowDown':
        go(shown[at + 1])
        break
      case 'ArrowUp':
        go(shown[at - 1])
        break
      case 'Home':
        go(shown[0])
        break
      case 'End':
        go(shown.at(-1))
        break
      case 'ArrowRight':
        if (isClosed) toggle(current)
        else if (children > 0) go(shown[at + 1])
        break
      case 'ArrowLeft':
        if (children > 0 && !isClosed) toggle(current)
        else go(parent)
        break
      case 'Enter':
        if (children > 0) toggle(current)
        break
      default:
        return
    }
    event.preventDefault()
  }

  function onClick({ target }: MouseEvent) {
    if (!(target instanceof Element)) return
    const row = target.closest<HTMLElement>('[data-row]')?.dataset.row
    if (row === undefined) return
    if (target.closest('[data-toggle]')) toggle(Number(row))
    else go(Number(row))
  }

  return { list, shown, current, isClosed: (row) => closed.has(row), onKeyDown, onClick }
}

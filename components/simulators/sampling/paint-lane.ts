import { fateCode } from '@/lib/simulators/sampling/fate'
import { columns, type LaneLayout } from './lane-layout'

export interface LaneColours {
  readonly kept: string
  readonly dropped: string
  readonly error: string
}

/** A place in the units of the page. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const highestRow = 8
/** Lower than this a mark has no inside: dropped is a thin line then, waiting two dashes. */
const leastHollowRow = 3

/**
 * Draws the marks of a lane into its place that are not as in `before` (null: all of them, into an empty place): solid
 * kept, hollow dropped, hatched waiting, struck through evicted, half solid kept in part. A frame costs what has
 * changed, and plain rectangles cost a processor a fraction of what one path of them does.
 */
export function paintLane(
  context: CanvasRenderingContext2D,
  place: Place,
  layout: LaneLayout,
  fates: Uint8Array,
  before: Uint8Array | null,
  colours: LaneColours,
  isErrors: boolean,
): void {
  const bottom = place.y + place.height
  const pitch = place.width / columns
  const rowHeight = Math.min(highestRow, place.height / layout.rows)
  const barHeight = rowHeight > 4 ? rowHeight - 2 : rowHeight * 0.75
  const barWidth = isErrors ? pitch * 0.55 : pitch - 2
  const isThin = rowHeight < leastHollowRow
  context.lineWidth = 1

  for (let at = 0; at < layout.traces.length; at += 1) {
    const trace = layout.traces[at]!
    const fate = fates[trace]!
    if (before === null ? fate === fateCode.unseen : fate === before[trace]) continue
    const x = place.x + layout.column[at]! * pitch + 1
    const y = bottom - (layout.row[at]! + 1) * rowHeight
    if (before !== null && before[trace] !== fateCode.unseen) context.clearRect(x - 1, y, pitch, rowHeight)
    if (fate === fateCode.unseen) continue
    paintMark(x, y, fate)
    if (isErrors) {
      context.strokeStyle = colours.error
      const size = Math.min(pitch * 0.16, rowHeight / 2.4)
      paintCross(context, x + barWidth + pitch * 0.2, y + barHeight / 2, size)
    }
  }

  function paintMark(x: number, y: number, fate: number) {
    const isWaiting = fate === fateCode.waiting
    context.fillStyle = colours.kept
    if (fate === fateCode.kept) context.fillRect(x, y, barWidth, barHeight)
    else if (isThin && isWaiting) {
      context.fillRect(x, y, barWidth * 0.3, barHeight)
      context.fillRect(x + barWidth * 0.6, y, barWidth * 0.3, barHeight)
    } else if (isThin && fate !== fateCode.partial) {
      context.fillStyle = fate === fateCode.evicted ? colours.error : colours.dropped
      context.fillRect(x, y + barHeight / 4, barWidth, barHeight / 2)
    } else {
      context.strokeStyle = isWaiting ? colours.kept : colours.dropped
      context.strokeRect(x + 0.5, y + 0.5, barWidth - 1, Math.max(0.5, barHeight - 1))
      if (fate === fateCode.partial) context.fillRect(x, y, barWidth / 2, barHeight)
      if (isWaiting)
        for (let dash = x + 2; dash + 1.5 < x + barWidth; dash += 3.5)
          context.fillRect(dash, y, 1.2, barHeight)
      if (fate === fateCode.evicted) {
        context.strokeStyle = colours.error
        context.beginPath()
        context.moveTo(x, y + barHeight)
        context.lineTo(x + barWidth, y)
        context.stroke()
      }
    }
  }
}

function paintCross(context: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  context.lineWidth = 1.5
  context.beginPath()
  context.moveTo(x - size, y - size)
  context.lineTo(x + size, y + size)
  context.moveTo(x - size, y + size)
  context.lineTo(x + size, y - size)
  context.stroke()
  context.lineWidth = 1
}

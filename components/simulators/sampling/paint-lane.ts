import { fateCode } from '@/lib/simulators/sampling/fate'
import { columns, type LaneLayout } from './lane-layout'

export interface LaneColours {
  readonly kept: string
  readonly dropped: string
  readonly error: string
}

const highestRow = 8
/** Lower than this a mark has no inside: dropped is a thin line then, waiting two dashes. */
const leastHollowRow = 3

/**
 * Draws the marks of a lane that are not as in `before` (null: all of them): solid kept, hollow dropped, hatched
 * waiting, struck through evicted, half solid kept in part. A frame costs what has changed, and plain rectangles cost
 * a processor a fraction of what one path of them does.
 */
export function paintLane(
  canvas: HTMLCanvasElement,
  layout: LaneLayout,
  fates: Uint8Array,
  before: Uint8Array | null,
  colours: LaneColours,
  isErrors: boolean,
): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  const ratio = window.devicePixelRatio
  const height = canvas.height / ratio
  const pitch = canvas.width / ratio / columns
  const rowHeight = Math.min(highestRow, height / layout.rows)
  const barHeight = rowHeight > 4 ? rowHeight - 2 : rowHeight * 0.75
  const barWidth = isErrors ? pitch * 0.55 : pitch - 2
  const isThin = rowHeight < leastHollowRow
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.lineWidth = 1

  for (let at = 0; at < layout.traces.length; at += 1) {
    const trace = layout.traces[at]!
    const fate = fates[trace]!
    if (before === null ? fate === fateCode.unseen : fate === before[trace]) continue
    const x = layout.column[at]! * pitch + 1
    const y = height - (layout.row[at]! + 1) * rowHeight
    if (before !== null) context.clearRect(x - 1, y, pitch, rowHeight)
    if (fate === fateCode.unseen) continue
    paintMark(x, y, fate)
    if (isErrors) {
      context.strokeStyle = colours.error
      const size = Math.min(pitch * 0.16, rowHeight / 2.4)
      paintCross(context, x + barWidth + pitch * 0.2, y + barHeight / 2, size)
    }
  }

  function paintMark(x: number, y: number, fate: number) {
    const canvasContext = context!
    const isWaiting = fate === fateCode.waiting
    canvasContext.fillStyle = colours.kept
    if (fate === fateCode.kept) canvasContext.fillRect(x, y, barWidth, barHeight)
    else if (isThin && isWaiting) {
      canvasContext.fillRect(x, y, barWidth * 0.3, barHeight)
      canvasContext.fillRect(x + barWidth * 0.6, y, barWidth * 0.3, barHeight)
    } else if (isThin && fate !== fateCode.partial) {
      canvasContext.fillStyle = fate === fateCode.evicted ? colours.error : colours.dropped
      canvasContext.fillRect(x, y + barHeight / 4, barWidth, barHeight / 2)
    } else {
      canvasContext.strokeStyle = isWaiting ? colours.kept : colours.dropped
      canvasContext.strokeRect(x + 0.5, y + 0.5, barWidth - 1, Math.max(0.5, barHeight - 1))
      if (fate === fateCode.partial) canvasContext.fillRect(x, y, barWidth / 2, barHeight)
      if (isWaiting)
        for (let dash = x + 2; dash + 1.5 < x + barWidth; dash += 3.5)
          canvasContext.fillRect(dash, y, 1.2, barHeight)
      if (fate === fateCode.evicted) {
        canvasContext.strokeStyle = colours.error
        canvasContext.beginPath()
        canvasContext.moveTo(x, y + barHeight)
        canvasContext.lineTo(x + barWidth, y)
        canvasContext.stroke()
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

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
 * Draws one lane: solid kept, hollow dropped, hatched waiting, struck through evicted, half solid kept in part. All
 * marks of one look go into one path, so that thousands of them cost a frame little.
 */
export function paintLane(
  canvas: HTMLCanvasElement,
  layout: LaneLayout,
  fates: Uint8Array,
  colours: LaneColours,
  isErrors: boolean,
): void {
  const ratio = window.devicePixelRatio
  const width = canvas.clientWidth
  const height = canvas.clientHeight
  const context = canvas.getContext('2d')
  if (context === null || width === 0) return
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)

  const pitch = width / columns
  const rowHeight = Math.min(highestRow, height / layout.rows)
  const barHeight = rowHeight > 4 ? rowHeight - 2 : rowHeight * 0.75
  const isThin = rowHeight < leastHollowRow
  const barWidth = isErrors ? pitch * 0.55 : pitch - 2
  const solid = new Path2D()
  const hollow = new Path2D()
  const hatched = new Path2D()
  const hatching = new Path2D()
  const struck = new Path2D()
  const crosses = new Path2D()
  for (let at = 0; at < layout.traces.length; at += 1) {
    const fate = fates[layout.traces[at]!]!
    if (fate === fateCode.unseen) continue
    const x = layout.column[at]! * pitch + 1
    const y = height - (layout.row[at]! + 1) * rowHeight
    if (fate === fateCode.kept) solid.rect(x, y, barWidth, barHeight)
    else if (fate === fateCode.partial) {
      solid.rect(x, y, barWidth / 2, barHeight)
      hollow.rect(x + 0.5, y + 0.5, barWidth - 1, Math.max(0.5, barHeight - 1))
    } else if (isThin && fate === fateCode.waiting) {
      solid.rect(x, y, barWidth * 0.3, barHeight)
      solid.rect(x + barWidth * 0.6, y, barWidth * 0.3, barHeight)
    } else if (isThin) {
      const line = fate === fateCode.evicted ? struck : hollow
      line.moveTo(x, y + barHeight / 2)
      line.lineTo(x + barWidth, y + barHeight / 2)
    } else if (fate === fateCode.waiting) {
      hatched.rect(x + 0.5, y + 0.5, barWidth - 1, Math.max(0.5, barHeight - 1))
      for (let dash = x + 2; dash + barHeight / 2 < x + barWidth; dash += 3.5) {
        hatching.moveTo(dash, y + barHeight)
        hatching.lineTo(dash + barHeight / 2, y)
      }
    } else {
      hollow.rect(x + 0.5, y + 0.5, barWidth - 1, Math.max(0.5, barHeight - 1))
      if (fate === fateCode.evicted) {
        struck.moveTo(x, y + barHeight)
        struck.lineTo(x + barWidth, y)
      }
    }
    if (isErrors)
      addCross(
        crosses,
        x + barWidth + pitch * 0.2,
        y + barHeight / 2,
        Math.min(pitch * 0.16, rowHeight / 2.4),
      )
  }
  context.lineWidth = isThin ? barHeight / 2 : 1
  context.fillStyle = colours.kept
  context.fill(solid)
  context.strokeStyle = colours.dropped
  context.stroke(hollow)
  context.strokeStyle = colours.kept
  context.stroke(hatched)
  context.stroke(hatching)
  context.strokeStyle = colours.error
  context.stroke(struck)
  context.lineWidth = 1.5
  context.stroke(crosses)
}

function addCross(path: Path2D, x: number, y: number, size: number): void {
  path.moveTo(x - size, y - size)
  path.lineTo(x + size, y + size)
  path.moveTo(x - size, y + size)
  path.lineTo(x + size, y - size)
}

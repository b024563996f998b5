/** How many cells go into a box, and how large they are: as large as fits, at most `largest` with its gap. */
export interface CellGrid {
  readonly pitch: number
  readonly columns: number
}

const largest = 14

/** Lays `count` square cells into a box. Sizes are in the units of the box. */
export function fitCells(count: number, width: number, height: number): CellGrid {
  let pitch = Math.min(largest, Math.sqrt((width * height) / count))
  while (Math.ceil(count / Math.floor(width / pitch)) * pitch > height) pitch -= 0.1
  return { pitch, columns: Math.floor(width / pitch) }
}

/** Share of a pitch that its cell fills; the rest is the gap. */
const filled = 0.8

/** Fills cells from `from` to before `to`: a frame draws those that are new. */
export function paintCells(
  context: CanvasRenderingContext2D,
  { pitch, columns }: CellGrid,
  from: number,
  to: number,
  colour: string,
): void {
  const size = pitch * filled
  context.fillStyle = colour
  for (let cell = from; cell < to; cell += 1) {
    const row = Math.floor(cell / columns)
    context.fillRect((cell - row * columns) * pitch, row * pitch, size, size)
  }
}

/** Puts a dot into each of the cells, from position `from` of the list on. */
export function paintDots(
  context: CanvasRenderingContext2D,
  { pitch, columns }: CellGrid,
  cells: readonly number[],
  from: number,
  colour: string,
): void {
  const half = (pitch * filled) / 2
  context.fillStyle = colour
  for (let at = from; at < cells.length; at += 1) {
    const cell = cells[at]!
    const row = Math.floor(cell / columns)
    context.beginPath()
    context.arc((cell - row * columns) * pitch + half, row * pitch + half, half * 0.9, 0, 2 * Math.PI)
    context.fill()
  }
}

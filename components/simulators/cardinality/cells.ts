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

/**
 * Cells from the first to the last as a path of one line per row, to be stroked with the dashes of `dashOf`:
 * thousands of cells cost as much as their rows.
 */
export function pathOfFirst(count: number, { pitch, columns }: CellGrid): string {
  let path = ''
  for (let row = 0; row * columns < count; row += 1) {
    const cells = Math.min(columns, count - row * columns)
    path += `M0 ${round((row + 0.5) * pitch)}h${round(cells * pitch)}`
  }
  return path
}

/** Some cells as a path, each a point in its middle, to be stroked with round ends: a dot. */
export function pathOfCells(cells: readonly number[], { pitch, columns }: CellGrid): string {
  return cells
    .map((cell) => {
      const row = Math.floor(cell / columns)
      return `M${round((cell - row * columns + filled / 2) * pitch)} ${round((row + 0.5) * pitch)}h0`
    })
    .join('')
}

/** Share of a pitch that its cell fills; the rest is the gap. */
const filled = 0.8

/** `stroke-width` and `stroke-dasharray` of a grid. Dashes begin anew with every row, for every row is a subpath. */
export function dashOf({ pitch }: CellGrid) {
  return {
    strokeWidth: round(pitch * filled),
    strokeDasharray: `${round(pitch * filled)} ${round(pitch * (1 - filled))}`,
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

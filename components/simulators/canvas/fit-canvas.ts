/** Gives the canvas the pixels of its place on the page. Empties it. */
export function fitCanvas(canvas: HTMLCanvasElement): void {
  canvas.width = Math.round(canvas.clientWidth * window.devicePixelRatio)
  canvas.height = Math.round(canvas.clientHeight * window.devicePixelRatio)
}

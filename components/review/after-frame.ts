const waiting: (() => void)[] = []
let isScheduled = false

/**
 * Runs the work once the next frame has been painted, in the order in which it was given: what a key press
 * shows comes first, what it writes comes right behind. At once where no frame will come, as in a hidden tab.
 */
export function afterFrame(work: () => void): void {
  waiting.push(work)
  if (document.visibilityState === 'hidden') runWaiting()
  if (isScheduled || waiting.length === 0) return
  isScheduled = true
  // Whoever leaves within that frame takes nothing along that was not handed over.
  addEventListener('pagehide', runWaiting, { once: true })
  requestAnimationFrame(() => setTimeout(runWaiting))
}

/** Runs what waits for a frame now. */
export function runWaiting(): void {
  isScheduled = false
  removeEventListener('pagehide', runWaiting)
  for (const work of waiting.splice(0)) work()
}

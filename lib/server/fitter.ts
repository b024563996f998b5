import 'server-only'
import { isDatabaseDown } from './database-down'
import { requestGrownFits, workOffFits } from './fit-jobs'
import { log } from './log'

/** How often a server looks for fits that wait, beside those that it was told of: one whose holder was killed. */
const LOOK_EVERY_MS = 30_000
/** How often it asks whose reviews have doubled. */
const ASK_EVERY_MS = 3_600_000

interface Fitter {
  wake(): void
}

// On globalThis, since a production server loads this module once for pages and once for its start.
const shared = globalThis as typeof globalThis & { spanwiseFitter?: Fitter }

/** Begins to work at fits beside the requests; once a process. */
export function startFitter(): void {
  if (shared.spanwiseFitter) return
  let isWorking = false
  let isWanted = false
  let askedAt = Number.NEGATIVE_INFINITY
  const work = async () => {
    if (performance.now() - askedAt >= ASK_EVERY_MS) {
      await requestGrownFits()
      askedAt = performance.now()
    }
    await workOffFits()
  }
  const wake = async () => {
    isWanted = true
    if (isWorking) return
    isWorking = true
    try {
      while (isWanted) {
        isWanted = false
        await work()
      }
    } catch (error) {
      // A database that is away says so where requests need it; the next look may find it back.
      if (!isDatabaseDown(error)) log.error('fits_not_looked_for', { error })
    } finally {
      isWorking = false
    }
  }
  shared.spanwiseFitter = { wake: () => void wake() }
  setInterval(wake, LOOK_EVERY_MS).unref()
}

/** Tells this process that a fit waits; one that does not work at fits lets it wait for one that does. */
export function wakeFitter(): void {
  shared.spanwiseFitter?.wake()
}

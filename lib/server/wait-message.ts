import 'server-only'

/** What someone who has tried too often is told, with the wait in words. */
export function waitMessage(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  const wait = seconds < 60 ? 'a minute' : minutes === 1 ? 'a minute' : `${minutes} minutes`
  return `Too many attempts. Try again in ${wait}.`
}

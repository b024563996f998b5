/** The afternoon of lesson 12: sixty checkouts a minute, of which a third is slow from the onset until zone b is taken out. */
export const drill = {
  perMinute: 60,
  slowShare: 1 / 3,
  /** Minutes after 14:00. */
  onset: 6.5,
  zoneOut: 16,
  /** The rule: share (0..1) of slow ones in the last minute, this often in a row, with so many slow ones each time. */
  fromShare: 0.12,
  timesInARow: 2,
  fewestBad: 4,
} as const

/** Slow checkouts in the minute before a moment (minutes after 14:00). */
export function slowInLastMinute(at: number): number {
  const from = Math.max(at - 1, drill.onset)
  const to = Math.min(at, drill.zoneOut)
  return Math.max(0, to - from) * drill.perMinute * drill.slowShare
}

/** The share (0..1) that the rule sees at a moment. */
export const slowShareAt = (at: number): number => slowInLastMinute(at) / drill.perMinute

/** Whether the rule has held often enough in a row, asked each half minute. */
export function isFiring(at: number): boolean {
  return Array.from({ length: drill.timesInARow }, (_, back) => at - back / 2).every(
    (asked) => slowInLastMinute(asked) >= drill.fewestBad && slowShareAt(asked) >= drill.fromShare,
  )
}

/** A checkout of the two minutes from 14:08, with what may part the slow from the fast. */
export interface Compared {
  readonly slow: boolean
  readonly zone: string
  readonly instance: string
  readonly version: string
  readonly method: string
}

/** All 120 of them. Instances take turns; each zone has two. */
export const compared: readonly Compared[] = Array.from({ length: 120 }, (_, index) => {
  const zone = 'abc'[index % 3]!
  return {
    slow: zone === 'b',
    zone,
    instance: `inventory-${index % 6}`,
    version: Math.floor(index / 6) % 2 === 0 ? '5.3.1' : '5.4.0',
    method: Math.floor(index / 12) % 10 < 7 ? 'card' : 'invoice',
  }
})

/** Share (0..1) of the slow or of the fast ones that have a value. */
export function shareWith(slow: boolean, key: keyof Compared, value: string): number {
  const side = compared.filter((each) => each.slow === slow)
  return side.filter((each) => each[key] === value).length / side.length
}

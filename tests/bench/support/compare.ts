/** Two ways to do the same work. Each call does `size` items and returns something that depends on all of them. */
export interface Comparison {
  readonly name: string
  readonly size: number
  readonly baseline: () => number
  readonly candidate: () => number
}

export interface ComparisonResult {
  readonly name: string
  readonly baselinePerSecond: number
  readonly candidatePerSecond: number
  /** Candidate over baseline, round by round: their median and their 5th and 95th percentile. */
  readonly ratio: { readonly median: number; readonly low: number; readonly high: number }
}

/**
 * Processor time, not wall time: a machine that does other things as well then adds less noise. What ran before is
 * collected first (with `--expose-gc`), so that neither pays for what the other left behind.
 */
function timeMs(work: () => number, times: number, sink: number[]): number {
  globalThis.gc?.()
  const before = process.cpuUsage()
  for (let index = 0; index < times; index += 1) sink.push(work())
  const spent = process.cpuUsage(before)
  return (spent.user + spent.system) / 1000
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))]!
}

/**
 * Runs both in turn, many short rounds, so that whatever else the machine does falls on both. The answers are
 * compared first: a faster way to do something else is not faster.
 */
export function compare({ name, size, baseline, candidate }: Comparison, rounds = 61): ComparisonResult {
  if (baseline() !== candidate()) throw new Error(`${name}: the two do not give the same answer`)
  const sink: number[] = []
  for (let index = 0; index < 30; index += 1) sink.push(baseline(), candidate())
  const times = Math.max(1, Math.ceil(20 / Math.max(0.01, timeMs(candidate, 30, sink) / 30)))
  const baselineMs: number[] = []
  const candidateMs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    baselineMs.push(timeMs(baseline, times, sink))
    candidateMs.push(timeMs(candidate, times, sink))
  }
  if (sink.some((answer) => answer !== sink[0])) throw new Error(`${name}: an answer changed`)
  const ratios = baselineMs.map((ms, round) => ms / candidateMs[round]!).sort((a, b) => a - b)
  const perSecond = (all: number[]) =>
    (size * times * 1000) /
    percentile(
      all.sort((a, b) => a - b),
      0.5,
    )
  return {
    name,
    baselinePerSecond: perSecond(baselineMs),
    candidatePerSecond: perSecond(candidateMs),
    ratio: { median: percentile(ratios, 0.5), low: percentile(ratios, 0.05), high: percentile(ratios, 0.95) },
  }
}

/** One line: how many a second each does, and their ratio with its spread. */
export function describeResult({
  name,
  baselinePerSecond,
  candidatePerSecond,
  ratio,
}: ComparisonResult): string {
  const millions = (perSecond: number) => `${(perSecond / 1e6).toFixed(2)} M/s`
  const spread = `${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)}`
  return `${name}: ${millions(baselinePerSecond)} → ${millions(candidatePerSecond)}, ratio ${ratio.median.toFixed(2)} (${spread})`
}

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

/** Processor time, not wall time: a machine that does other things as well then adds less noise. */
function timeMs(work: () => number, times: number, sink: number[]): number {
  const before = process.cpuUsage()
  for (let index = 0; index < times; index += 1) sink.push(work())
  const spent = process.cpuUsage(before)
  return (spent.user + spent.system) / 1000
}

/**
 * How long each side works before the other has its turn. The garbage of one side is collected in the time of both, and
 * a collection may throw away compiled code: a turn must be long enough for that to be made again.
 */
const turnMs = 150

/** How many runs fill a turn. */
function runsOf(work: () => number, sink: number[]): number {
  return Math.max(1, Math.ceil(turnMs / Math.max(0.01, timeMs(work, 10, sink) / 10)))
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))]!
}

/**
 * Runs both in turn, many rounds, so that whatever else the machine does falls on both. The answers are compared first:
 * a faster way to do something else is not faster.
 */
export function compare({ name, size, baseline, candidate }: Comparison, rounds = 21): ComparisonResult {
  if (baseline() !== candidate()) throw new Error(`${name}: the two do not give the same answer`)
  const sink: number[] = []
  for (let index = 0; index < 30; index += 1) sink.push(baseline(), candidate())
  const runs = { baseline: runsOf(baseline, sink), candidate: runsOf(candidate, sink) }
  /** Milliseconds a run, by round. */
  const baselineMs: number[] = []
  const candidateMs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    baselineMs.push(timeMs(baseline, runs.baseline, sink) / runs.baseline)
    candidateMs.push(timeMs(candidate, runs.candidate, sink) / runs.candidate)
  }
  if (sink.some((answer) => answer !== sink[0])) throw new Error(`${name}: an answer changed`)
  const ratios = baselineMs.map((ms, round) => ms / candidateMs[round]!).sort((a, b) => a - b)
  const perSecond = (all: number[]) =>
    (size * 1000) /
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

import type { Fate, Report } from './stage'
import type { TelemetryItem } from './telemetry-item'

/** What became of items at a node, by fate and reason. */
export interface Outcome {
  readonly fate: Fate
  readonly why: string
  readonly count: number
  /** The first few it happened to. */
  readonly examples: readonly {
    readonly before: TelemetryItem | null
    readonly after: TelemetryItem | null
  }[]
}

const mostExamples = 3

/** Counts what goes into a component and comes out of it, and why what did not. */
export class NodeRecord {
  entered = 0
  left = 0
  private readonly outcomes = new Map<string, { -readonly [Key in keyof Outcome]: Outcome[Key] }>()

  readonly report: Report = ({ fate, why, before, after }) => {
    const key = `${fate} ${why}`
    const known = this.outcomes.get(key)
    const example = { before, after }
    if (known === undefined) this.outcomes.set(key, { fate, why, count: 1, examples: [example] })
    else {
      known.count += 1
      if (known.examples.length < mostExamples) known.examples = [...known.examples, example]
    }
  }

  /** A snapshot. */
  list(): Outcome[] {
    return [...this.outcomes.values()].map((outcome) => ({ ...outcome }))
  }

  /** Items with that fate. */
  count(fate: Fate): number {
    let sum = 0
    for (const outcome of this.outcomes.values()) if (outcome.fate === fate) sum += outcome.count
    return sum
  }
}

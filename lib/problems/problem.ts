/** One way to answer, to choose from. Texts are Markdown. */
export interface Option {
  readonly text: string
  readonly isRight: boolean
  /** Why it is right, or why it is not. */
  readonly feedback: string
}

/** A wrong answer that people give for a reason, and the reason. Markdown. */
export interface Mistake<T> {
  readonly answer: T
  readonly why: string
}

/** How a problem is answered, with the right answer in it. */
export type Asks =
  | {
      readonly kind: 'number'
      /** Stands behind the field: `series`, `ms`, `%`. */
      readonly unit: string
      readonly right: number
      /** How far off an answer may be, as a share of the right one: 0 for exactly. */
      readonly tolerance: number
      readonly mistakes: readonly Mistake<number>[]
    }
  | {
      readonly kind: 'text'
      /** What to type: `16 hexadecimal digits, or none`. */
      readonly form: string
      readonly right: string
      /** Other ways to write the right answer, in lower case. */
      readonly accepted: readonly string[]
      readonly mistakes: readonly Mistake<string>[]
    }
  /** Exactly one option is right. */
  | { readonly kind: 'one'; readonly options: readonly Option[] }
  /** At least one option is right and at least one is not. */
  | { readonly kind: 'several'; readonly options: readonly Option[] }

/** A bar of a drawn trace. Times in milliseconds since the root began. */
export interface Bar {
  readonly id: string
  readonly parent: string | null
  readonly name: string
  readonly start: number
  readonly end: number
}

/** A simulator in the state that shows what the problem asks. The names are those of its parameters. */
export interface SimulatorState {
  readonly name:
    | 'propagation'
    | 'sampling'
    | 'cardinality'
    | 'trace-explorer'
    | 'collector-pipeline'
    | 'resource-slicer'
  readonly params: Readonly<Record<string, string | number | boolean>>
  /** How far the run has come that it opens with, in milliseconds of the simulator: where the answer can be seen. */
  readonly atMs: number
}

/** One drawn problem: everything there is to show, as plain data. */
export interface Problem {
  /** Markdown. */
  readonly question: string
  /** A trace drawn under the question. */
  readonly trace: readonly Bar[] | null
  readonly asks: Asks
  /** Step by step, how the right answer comes about. Markdown. */
  readonly steps: string
  readonly simulator: SimulatorState
}

import type { Params } from './simulator'

/** A staged confusion: where everything stands, and what to ask before it runs. */
export interface Preset<P extends Params, V> {
  /** Kebab-case, for the URL. */
  readonly id: string
  readonly title: string
  readonly params: P
  readonly prediction: Prediction<V>
}

/** The question to be answered before the run is seen. The run itself says which answer holds. */
export interface Prediction<V> {
  readonly question: string
  readonly options: readonly {
    readonly text: string
    /** Whether the finished run bears this answer out. */
    readonly holds: (view: V) => boolean
  }[]
}

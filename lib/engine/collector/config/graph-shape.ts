import type { Signal } from './component-id'

/** A pipeline as the service section lists it. */
export interface PipelineSpec {
  readonly id: string
  readonly signal: Signal
  readonly receivers: readonly string[]
  readonly processors: readonly string[]
  readonly exporters: readonly string[]
}

export type GraphNodeKind = 'receiver' | 'processor' | 'exporter' | 'connector'

/**
 * One running instance. A receiver or an exporter is one instance for all pipelines of a signal; a processor is one for
 * each pipeline that lists it; a connector is one for each pair of signals that it joins.
 */
export interface GraphNode {
  readonly key: string
  readonly kind: GraphNodeKind
  readonly component: string
  /** Pipelines it takes part in: for a connector those it receives from, then those it emits to. */
  readonly pipelines: readonly string[]
  readonly signal: Signal
  /** For a connector the signal it emits. */
  readonly toSignal?: Signal
}

/** Data flows from one instance to another within a pipeline. */
export interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly pipeline: string
}

export interface PipelineGraph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/** What the graph asks about components. */
export interface GraphOptions {
  /** The pairs of signals a connector can join; null where the id is no connector. */
  connectorPairs(id: string): readonly (readonly [Signal, Signal])[] | null
  supports?(kind: 'receiver' | 'processor' | 'exporter', id: string, signal: Signal): boolean
}

/** Why a graph cannot be built, and what it is about, to find its place in the text. */
export interface GraphFault {
  readonly message: string
  readonly pipeline: string | null
  readonly component: string
}

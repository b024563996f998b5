import type { ProblemName } from './catalogue'
import type { Generator } from './generator'

/** The generators by name, each fetched when it is first asked for. */
const loaders: { readonly [N in ProblemName]: () => Promise<Generator<N>> } = {
  'series-arithmetic': () => import('./kinds/series-arithmetic').then((kind) => kind.seriesArithmetic),
  'tail-sampling-keeps': () => import('./kinds/tail-sampling-keeps').then((kind) => kind.tailSamplingKeeps),
  'policy-credit': () => import('./kinds/policy-credit').then((kind) => kind.policyCredit),
  'header-fault': () => import('./kinds/header-fault').then((kind) => kind.headerFault),
  'span-parent': () => import('./kinds/span-parent').then((kind) => kind.spanParent),
  'adjusted-count': () => import('./kinds/adjusted-count').then((kind) => kind.adjustedCountProblem),
  'sampling-threshold': () => import('./kinds/sampling-threshold').then((kind) => kind.samplingThreshold),
  'critical-path': () => import('./kinds/critical-path').then((kind) => kind.criticalPathProblem),
  'span-status': () => import('./kinds/span-status').then((kind) => kind.spanStatus),
  'attribute-place': () => import('./kinds/attribute-place').then((kind) => kind.attributePlace),
  'pipeline-start': () => import('./kinds/pipeline-start').then((kind) => kind.pipelineStart),
  'cardinality-overflow': () =>
    import('./kinds/cardinality-overflow').then((kind) => kind.cardinalityOverflow),
}

/** The generator of that name. Rejects where its code cannot be fetched. */
export function loadGenerator<N extends ProblemName>(name: N): Promise<Generator<N>> {
  return loaders[name]()
}

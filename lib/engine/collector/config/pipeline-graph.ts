import { findCycle } from './graph-cycle'
import type { GraphFault, GraphNode, GraphOptions, PipelineGraph, PipelineSpec } from './graph-shape'

/**
 * Joins pipelines into the graph of instances that a Collector starts: for drawing and for running. Faults come in the
 * Collector's words and order: connectors used on one side only, then cycles, then signals that are not supported.
 *
 * Source: service/internal/graph/graph.go createNodes, createEdges, buildComponents.
 */
export function buildPipelineGraph(
  pipelines: readonly PipelineSpec[],
  options: GraphOptions,
):
  | { readonly ok: true; readonly graph: PipelineGraph }
  | { readonly ok: false; readonly faults: readonly GraphFault[] } {
  const unmatched = connectorFaults(pipelines, options)
  if (unmatched.length > 0) return { ok: false, faults: unmatched }
  const graph = assemble(pipelines, options)
  const cycle = findCycle(pipelines, graph)
  if (cycle) return { ok: false, faults: [cycle] }
  const unsupported = supportFaults(pipelines, options)
  return unsupported.length > 0 ? { ok: false, faults: unsupported } : { ok: true, graph }
}

function connectorFaults(pipelines: readonly PipelineSpec[], options: GraphOptions): GraphFault[] {
  const ids = new Set(pipelines.flatMap(({ receivers, exporters }) => [...receivers, ...exporters]))
  for (const component of ids) {
    const pairs = options.connectorPairs(component)
    if (pairs === null) continue
    const asExporter = pipelines.filter(({ exporters }) => exporters.includes(component))
    const asReceiver = pipelines.filter(({ receivers }) => receivers.includes(component))
    const joined = pairs.filter(
      ([from, to]) => asExporter.some((p) => p.signal === from) && asReceiver.some((p) => p.signal === to),
    )
    const sides = [
      {
        used: asExporter,
        role: 'exporter',
        other: 'receiver',
        matched: new Set(joined.map(([from]) => from)),
      },
      { used: asReceiver, role: 'receiver', other: 'exporter', matched: new Set(joined.map(([, to]) => to)) },
    ]
    for (const { used, role, other, matched } of sides) {
      const first = used.find(({ signal }) => !matched.has(signal))
      if (!first) continue
      const names = used.filter(({ signal }) => signal === first.signal).map(({ id }) => id)
      const message =
        `connector "${component}" used as ${role} in [${names.join(' ')}] pipeline ` +
        `but not used in any supported ${other} pipeline`
      return [{ message, pipeline: first.id, component }]
    }
  }
  return []
}

function assemble(pipelines: readonly PipelineSpec[], options: GraphOptions): PipelineGraph {
  const nodes = new Map<string, GraphNode>()
  const put = (node: GraphNode) => {
    const known = nodes.get(node.key)
    const joined = known ? [...new Set([...known.pipelines, ...node.pipelines])] : node.pipelines
    nodes.set(node.key, { ...node, pipelines: joined })
    return node.key
  }
  const connectorKeys = (pipeline: PipelineSpec, component: string, side: 'from' | 'to'): string[] => {
    const pairs = options.connectorPairs(component) ?? []
    return pipelines.flatMap((other) => {
      const [from, to] = side === 'from' ? [pipeline, other] : [other, pipeline]
      const meets = from.exporters.includes(component) && to.receivers.includes(component)
      const able = pairs.some(([source, target]) => source === from.signal && target === to.signal)
      if (!meets || !able) return []
      const key = `connector|${component}|${from.signal}|${to.signal}`
      const between = { pipelines: [from.id, to.id], signal: from.signal, toSignal: to.signal }
      return [put({ key, kind: 'connector', component, ...between })]
    })
  }
  const edges = pipelines.flatMap((pipeline) => {
    const { id, signal } = pipeline
    const instances = (kind: 'receiver' | 'exporter', ids: readonly string[]) =>
      ids.flatMap((component) =>
        options.connectorPairs(component) !== null
          ? connectorKeys(pipeline, component, kind === 'receiver' ? 'to' : 'from')
          : [put({ key: `${kind}|${signal}|${component}`, kind, component, pipelines: [id], signal })],
      )
    const sources = [...new Set(instances('receiver', pipeline.receivers))]
    const chain = pipeline.processors.map((component) =>
      put({ key: `processor|${id}|${component}`, kind: 'processor', component, pipelines: [id], signal }),
    )
    const targets = [...new Set(instances('exporter', pipeline.exporters))]
    const steps = [sources, ...chain.map((key) => [key]), targets]
    return steps
      .slice(1)
      .flatMap((to, index) =>
        steps[index]!.flatMap((from) => to.map((target) => ({ from, to: target, pipeline: id }))),
      )
  })
  return { nodes: [...nodes.values()], edges }
}

function supportFaults(pipelines: readonly PipelineSpec[], options: GraphOptions): GraphFault[] {
  const { supports } = options
  if (!supports) return []
  const unsupported = 'telemetry type is not supported'
  return pipelines.flatMap(({ id, signal, receivers, processors, exporters }) => {
    const lacking = (kind: 'receiver' | 'exporter', ids: readonly string[]) =>
      ids
        .filter(
          (component) => options.connectorPairs(component) === null && !supports(kind, component, signal),
        )
        .map((component) => ({
          message: `failed to create "${component}" ${kind} for data type "${signal}": ${unsupported}`,
          pipeline: id,
          component,
        }))
    // The graph is built against the flow, so that every instance finds its consumer.
    return [
      ...lacking('exporter', exporters),
      ...processors
        .filter((component) => !supports('processor', component, signal))
        .map((component) => ({
          message: `failed to create "${component}" processor, in pipeline "${id}": ${unsupported}`,
          pipeline: id,
          component,
        })),
      ...lacking('receiver', receivers),
    ]
  })
}

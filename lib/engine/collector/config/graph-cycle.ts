import { fnv1a64 } from '../../hash'
import { encodeUtf8 } from '../../utf8'
import type { GraphFault, GraphNode, PipelineGraph, PipelineSpec } from './graph-shape'

/**
 * The Collector numbers its nodes by a hash of what they are, and a cycle is told from the connector that follows its
 * lowest number. With the same numbers the message begins where the Collector's does.
 *
 * Source: service/internal/graph/node.go newNodeID; gonum topo.DirectedCyclesIn.
 */
function nodeNumber(...parts: readonly string[]): bigint {
  return BigInt.asIntN(64, fnv1a64(encodeUtf8(parts.join('|'))))
}

function numberOf(node: GraphNode): bigint {
  if (node.kind === 'connector')
    return nodeNumber('connector', node.component, node.signal, node.toSignal ?? '')
  if (node.kind === 'processor') return nodeNumber('processor', node.pipelines[0]!, node.component)
  return nodeNumber(node.kind, node.signal, node.component)
}

/** The graph with the two hidden nodes of each pipeline, which its cycles run through too. */
function withHiddenNodes(pipelines: readonly PipelineSpec[], graph: PipelineGraph) {
  const numbers = new Map(graph.nodes.map((node) => [node.key, numberOf(node)]))
  const next = new Map<string, Set<string>>()
  const connect = (from: string, to: string) => {
    const known = next.get(from)
    if (known) known.add(to)
    else next.set(from, new Set([to]))
  }
  for (const { id, processors } of pipelines) {
    const entry = `capabilities|${id}`
    const exit = `fanout|${id}`
    numbers.set(entry, nodeNumber('capabilities', id))
    numbers.set(exit, nodeNumber('fanout_to_exporters', id))
    const keys = processors.map((component) => `processor|${id}|${component}`)
    const own = graph.edges.filter((edge) => edge.pipeline === id)
    for (const { from, to } of own) {
      if (!keys.includes(from)) connect(from, entry)
      if (!keys.includes(to)) connect(exit, to)
    }
    const chain = [entry, ...keys, exit]
    for (const [index, key] of chain.slice(1).entries()) connect(chain[index]!, key)
  }
  return { numbers, next }
}

/** Finds a cycle of connectors, told in the Collector's words; null where data cannot run in a circle. */
export function findCycle(pipelines: readonly PipelineSpec[], graph: PipelineGraph): GraphFault | null {
  const { numbers, next } = withHiddenNodes(pipelines, graph)
  const ordered = [...numbers].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key]) => key)
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]))
  for (const start of ordered) {
    const cycle = pathBack(start, next)
    if (!cycle) continue
    const first = cycle.findIndex((key) => nodes.get(key)?.kind === 'connector')
    const turned = [...cycle.slice(first), ...cycle.slice(0, first), cycle[first]!]
    const told = turned.flatMap((key) => {
      const node = nodes.get(key)
      if (node?.kind === 'processor')
        return [`processor "${node.component}" in pipeline "${node.pipelines[0]}"`]
      if (node?.kind === 'connector')
        return [`connector "${node.component}" (${node.signal} to ${node.toSignal})`]
      return []
    })
    const connector = nodes.get(cycle[first]!)!
    return {
      message: `cycle detected: ${told.join(' -> ')}`,
      pipeline: connector.pipelines[0] ?? null,
      component: connector.component,
    }
  }
  return null
}

/** A shortest way from a node back to itself, without the repetition; null where there is none. */
function pathBack(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const key of queue) {
    for (const to of next.get(key) ?? []) {
      if (to === start) {
        const path = [key]
        while (path[0] !== start) path.unshift(cameFrom.get(path[0]!)!)
        return path
      }
      if (cameFrom.has(to)) continue
      cameFrom.set(to, key)
      queue.push(to)
    }
  }
  return null
}

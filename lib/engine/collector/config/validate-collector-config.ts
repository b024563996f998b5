import { contribCatalogue } from './catalogue'
import { type CollectorConfig, type Reference, readCollectorConfig } from './collector-config'
import { type ComponentKind, componentKinds, sectionOf } from './component-kind'
import { placeOf } from './component-settings'
import type { ComponentCatalogue } from './component-type'
import { type ConfigNode, parseConfigNode } from './config-node'
import { type Diagnosis, errorAt, type Position, warningAt } from './diagnosis'
import type { PipelineGraph } from './graph-shape'
import { buildPipelineGraph } from './pipeline-graph'
import { profilesGate, validateConfig } from './validate-config'

export interface ValidateOptions {
  /** Component types to know; the contrib distribution's by default. */
  readonly catalogue?: ComponentCatalogue
  readonly featureGates?: readonly string[]
}

/** How far a Collector would come: the stage whose errors stopped it, or `running`. */
export type ConfigStage = 'yaml' | 'decode' | 'validate' | 'graph' | 'start' | 'running'

export interface ConfigReport {
  readonly stage: ConfigStage
  /** Errors of the stage that failed, and warnings. In the order in which a Collector would come to them. */
  readonly diagnoses: readonly Diagnosis[]
  /** Null where the text did not decode. */
  readonly config: CollectorConfig | null
  /** Null unless the pipelines fit together. */
  readonly graph: PipelineGraph | null
}

/**
 * Reads a whole Collector configuration and says what a Collector would say of it, with line and column: YAML, then
 * decoding, then validation, then the graph of pipelines, then what components refuse when they start. As in the Collector
 * a stage with errors is the last. Never throws.
 *
 * Source: otelcol (unmarshaler.go, config.go), service/internal/graph.
 */
export function validateCollectorConfig(text: string, options: ValidateOptions = {}): ConfigReport {
  const catalogue = options.catalogue ?? contribCatalogue
  const featureGates = new Set(options.featureGates)
  const { root, diagnoses: unreadable } = parseConfigNode(text)
  const stop = (
    stage: ConfigStage,
    diagnoses: readonly Diagnosis[],
    config: CollectorConfig | null = null,
  ) => ({
    stage,
    diagnoses,
    config,
    graph: null,
  })
  if (unreadable.length > 0) return stop('yaml', unreadable)
  const wrong = wrongRoot(root)
  if (wrong) return stop('yaml', [wrong])
  const { config, diagnoses: undecodable } = readCollectorConfig(root, { catalogue, featureGates })
  if (undecodable.length > 0) return stop('decode', undecodable)
  const warnings = warningsOf(config)
  const invalid = validateConfig(config, featureGates)
  if (invalid.length > 0) return stop('validate', [...invalid, ...warnings], config)
  const graph = graphOf(config, featureGates)
  if (!graph.ok) return stop('graph', [...graph.faults, ...warnings], config)
  const refused = startFaults(config)
  const stage = refused.length > 0 ? 'start' : 'running'
  return { stage, diagnoses: [...refused, ...warnings], config, graph: graph.graph }
}

function wrongRoot(root: ConfigNode | null): Diagnosis | null {
  if (root === null || root.kind === 'map' || (root.kind === 'scalar' && root.value === null)) return null
  const type =
    root.kind === 'list' ? '[]interface {}' : typeof root.value === 'number' ? 'int' : typeof root.value
  return errorAt(
    root.at,
    '',
    `retrieved value (type=${type === 'boolean' ? 'bool' : type}) cannot be used as a Conf`,
  )
}

function definitions(config: CollectorConfig) {
  return componentKinds.flatMap((kind) => config.components[kind])
}

/** Components that some pipeline, or the service's extensions, use: others are never built. */
function isUsed(config: CollectorConfig, kind: ComponentKind, id: string): boolean {
  const refs: readonly Reference[] =
    kind === 'extension'
      ? config.extensions
      : config.pipelines.flatMap(({ receivers, processors, exporters }) => {
          if (kind === 'processor') return processors
          if (kind === 'receiver') return receivers
          return kind === 'exporter' ? exporters : [...receivers, ...exporters]
        })
  return refs.some((ref) => ref.id === id)
}

function startFaults(config: CollectorConfig): Diagnosis[] {
  return definitions(config).flatMap(({ kind, id, at, type, settings }) => {
    if (!type.start || !isUsed(config, kind, id)) return []
    const path = `${sectionOf(kind)}::${id}`
    return type.start(settings).map((fault) => {
      const below = (fault.path ?? []).map((step) => `::${step}`).join('')
      return errorAt(placeOf(settings.node, fault, at), path + below, fault.message)
    })
  })
}

function warningsOf(config: CollectorConfig): Diagnosis[] {
  return definitions(config).flatMap(({ kind, id, at, type, settings }) => {
    const path = `${sectionOf(kind)}::${id}`
    const own = (type.warn?.(settings) ?? []).map((fault) => {
      const below = (fault.path ?? []).map((step) => `::${step}`).join('')
      return warningAt(placeOf(settings.node, fault, at), path + below, fault.message)
    })
    if (isUsed(config, kind, id) || config.opaquePipelines) return own
    return [...own, warningAt(at, path, `${kind} "${id}" is configured but not used, so it is never started`)]
  })
}

function graphOf(config: CollectorConfig, featureGates: ReadonlySet<string>) {
  const find = (kind: ComponentKind, id: string) => config.components[kind].find((known) => known.id === id)
  const built = buildPipelineGraph(
    config.pipelines.map(({ id, signal, receivers, processors, exporters }) => ({
      id,
      signal,
      receivers: receivers.map((ref) => ref.id),
      processors: processors.map((ref) => ref.id),
      exporters: exporters.map((ref) => ref.id),
    })),
    {
      connectorPairs: (id) => {
        const connector = find('connector', id)
        return connector ? (connector.type.pairs ?? []) : null
      },
      supports: (kind, id, signal) => {
        const type = find(kind, id)?.type
        return (
          !type || type.signals.includes(signal) || (signal === 'profiles' && !featureGates.has(profilesGate))
        )
      },
    },
  )
  if (built.ok) return built
  const faults = built.faults.map(({ message, pipeline, component }) => {
    const place = placeInPipeline(config, pipeline, component)
    return errorAt(
      place,
      pipeline === null ? 'service::pipelines' : `service::pipelines::${pipeline}`,
      message,
    )
  })
  return { ok: false as const, faults }
}

function placeInPipeline(config: CollectorConfig, pipelineId: string | null, component: string): Position {
  const pipeline = config.pipelines.find(({ id }) => id === pipelineId)
  if (!pipeline) return config.pipelinesAt
  const refs = [...pipeline.receivers, ...pipeline.processors, ...pipeline.exporters]
  return refs.find(({ id }) => id === component)?.at ?? pipeline.at
}

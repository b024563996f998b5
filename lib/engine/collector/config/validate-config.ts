import type { CollectorConfig, PipelineDefinition, Reference } from './collector-config'
import { type ComponentKind, componentKinds, sectionOf } from './component-kind'
import { placeOf } from './component-settings'
import { type Diagnosis, documentStart, errorAt, type Position } from './diagnosis'

/** Lifts the demand for receivers, exporters and pipelines. */
export const allowNoPipelinesGate = 'service.AllowNoPipelines'
/** Lets pipelines carry profiles. */
export const profilesGate = 'service.profilesSupport'

/**
 * The second stage: what Validate says. Of the configuration as a whole the first fault only, then each component's own,
 * then those of the pipelines, in the order of the Collector's sections and of the text within them (Go's maps have none).
 *
 * Source: otelcol/config.go Validate, confmap/internal/validator.go, service/pipelines/config.go.
 */
export function validateConfig(config: CollectorConfig, featureGates: ReadonlySet<string>): Diagnosis[] {
  const whole = validateWhole(config, featureGates)
  return [
    ...(whole ? [whole] : []),
    ...validateComponents(config),
    ...validatePipelines(config, featureGates),
  ]
}

function validateWhole(config: CollectorConfig, featureGates: ReadonlySet<string>): Diagnosis | null {
  const { components, opaqueKinds } = config
  const absent = (kind: ComponentKind) => components[kind].length === 0 && !opaqueKinds.has(kind)
  const fault = (message: string) => errorAt(documentStart, '', message)
  if (componentKinds.every(absent)) return fault('empty configuration file')
  const needed = !featureGates.has(allowNoPipelinesGate)
  if (needed && absent('receiver')) return fault('no receiver configuration specified in config')
  if (needed && absent('exporter')) return fault('no exporter configuration specified in config')
  return ambiguity(config) ?? missingReference(config)
}

function ambiguity({ components }: CollectorConfig): Diagnosis | null {
  for (const connector of components.connector) {
    for (const kind of ['exporter', 'receiver'] as const) {
      if (!components[kind].some(({ id }) => id === connector.id)) continue
      const { id } = connector
      const path = `connectors::${id}`
      return errorAt(
        connector.at,
        path,
        `${path}: ambiguous ID: Found both "${id}" ${kind} and "${id}" connector. Change one of the components' IDs ` +
          `to eliminate ambiguity (e.g. rename "${id}" connector to "${id}/connector")`,
      )
    }
  }
  return null
}

function missingReference(config: CollectorConfig): Diagnosis | null {
  const { components, opaqueKinds } = config
  const find = (refs: readonly Reference[], ...kinds: readonly ComponentKind[]) =>
    refs.find(
      ({ id }) =>
        !kinds.some((kind) => opaqueKinds.has(kind) || components[kind].some((known) => known.id === id)),
    )
  const report = (path: string, what: string, { id, at }: Reference) =>
    errorAt(at, path, `${path}: references ${what} "${id}" which is not configured`)
  const extension = find(config.extensions, 'extension')
  if (extension) return report('service::extensions', 'extension', extension)
  for (const pipeline of config.pipelines) {
    const path = `service::pipelines::${pipeline.id}`
    const receiver = find(pipeline.receivers, 'receiver', 'connector')
    if (receiver) return report(path, 'receiver', receiver)
    const processor = find(pipeline.processors, 'processor')
    if (processor) return report(path, 'processor', processor)
    const exporter = find(pipeline.exporters, 'exporter', 'connector')
    if (exporter) return report(path, 'exporter', exporter)
  }
  return null
}

function validateComponents({ components }: CollectorConfig): Diagnosis[] {
  return componentKinds.flatMap((kind) =>
    components[kind].flatMap(({ id, at, type, settings }) => {
      const path = `${sectionOf(kind)}::${id}`
      return (type.validate?.(settings) ?? []).map((fault) => {
        const below = (fault.path ?? []).map((step) => `::${step}`).join('')
        return errorAt(placeOf(settings.node, fault, at), path + below, `${path}: ${fault.message}`)
      })
    }),
  )
}

function validatePipelines(config: CollectorConfig, featureGates: ReadonlySet<string>): Diagnosis[] {
  const path = 'service::pipelines'
  if (config.pipelines.length === 0) {
    if (featureGates.has(allowNoPipelinesGate) || config.opaquePipelines) return []
    return [errorAt(config.pipelinesAt, path, `${path}: service must have at least one pipeline`)]
  }
  const diagnoses: Diagnosis[] = []
  const gated = config.pipelines.find(
    ({ signal }) => signal === 'profiles' && !featureGates.has(profilesGate),
  )
  if (gated) {
    const reason = `profiling signal support is at alpha level, gated under the "${profilesGate}" feature gate`
    diagnoses.push(errorAt(gated.at, path, `${path}: pipeline "${gated.id}": ${reason}`))
  }
  for (const pipeline of config.pipelines) {
    const fault = pipelineFault(pipeline)
    const below = `${path}::${pipeline.id}`
    if (fault) diagnoses.push(errorAt(fault.at, below, `${below}: ${fault.message}`))
  }
  return diagnoses
}

function pipelineFault(pipeline: PipelineDefinition): { message: string; at: Position } | null {
  if (pipeline.receivers.length === 0) return { message: 'must have at least one receiver', at: pipeline.at }
  if (pipeline.exporters.length === 0) return { message: 'must have at least one exporter', at: pipeline.at }
  const seen = new Set<string>()
  for (const { id, at } of pipeline.processors) {
    if (seen.has(id)) return { message: `references processor "${id}" multiple times`, at }
    seen.add(id)
  }
  return null
}

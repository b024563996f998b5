import { formatId, parseComponentId, parsePipelineId, type Signal } from './component-id'
import { type ComponentKind, sectionOf } from './component-kind'
import { decodeSettings } from './component-settings'
import type { ComponentCatalogue, ComponentType, GivenSettings } from './component-type'
import type { ConfigNode, MapEntry } from './config-node'
import { decode } from './decode'
import { type Diagnosis, documentStart, errorAt, type Position } from './diagnosis'
import { any, id, list, struct } from './schema'

/** A component as its section defines it. */
export interface ComponentDefinition {
  readonly kind: ComponentKind
  /** `type` or `type/name`. */
  readonly id: string
  readonly at: Position
  readonly type: ComponentType
  readonly settings: GivenSettings
}

/** A mention of a component in the service section. */
export interface Reference {
  readonly id: string
  readonly at: Position
}

export interface PipelineDefinition {
  readonly id: string
  readonly signal: Signal
  readonly at: Position
  readonly receivers: readonly Reference[]
  readonly processors: readonly Reference[]
  readonly exporters: readonly Reference[]
}

/** A configuration after decoding, in the order of the text. */
export interface CollectorConfig {
  readonly components: Readonly<Record<ComponentKind, readonly ComponentDefinition[]>>
  readonly extensions: readonly Reference[]
  readonly pipelines: readonly PipelineDefinition[]
  /** Kinds whose whole section comes from a substitution, so that nobody can say what is in it. */
  readonly opaqueKinds: ReadonlySet<ComponentKind>
  readonly pipelinesAt: Position
  readonly opaquePipelines: boolean
}

export interface ReadOptions {
  readonly catalogue: ComponentCatalogue
  readonly featureGates: ReadonlySet<string>
}

/** The order of the struct that the file is decoded into; validation goes by another. */
const decodeOrder = ['receiver', 'processor', 'exporter', 'connector', 'extension'] as const

const roleNames = ['receivers', 'processors', 'exporters'] as const

const serviceSchema = struct({
  telemetry: any,
  extensions: list(id),
  pipelines: any,
})
const pipelineSchema = struct({ receivers: list(id), processors: list(id), exporters: list(id) })

/**
 * The first stage of loading: sections, ids and every component's settings are decoded. Errors come in the Collector's
 * words, all that there are; where there is one, the Collector goes no further.
 *
 * Source: otelcol/unmarshaler.go, otelcol/internal/configunmarshaler/configs.go.
 */
export function readCollectorConfig(
  root: ConfigNode | null,
  options: ReadOptions,
): { readonly config: CollectorConfig; readonly diagnoses: readonly Diagnosis[] } {
  const diagnoses: Diagnosis[] = []
  const entries = root?.kind === 'map' ? root.entries : []
  const sections = new Map(entries.map((entry) => [entry.key, entry]))
  const opaqueKinds = new Set<ComponentKind>()
  const components = Object.fromEntries(
    decodeOrder.map((kind) => {
      const section = sections.get(sectionOf(kind))
      if (section && isOpaque(section.value)) opaqueKinds.add(kind)
      return [kind, section ? readSection(kind, section, options, diagnoses) : []]
    }),
  ) as Record<ComponentKind, ComponentDefinition[]>
  const service = readService(sections.get('service'), diagnoses)
  const known: readonly string[] = [...decodeOrder.map(sectionOf), 'service']
  const invalid = entries.filter(({ key }) => !known.includes(key))
  if (invalid.length > 0) {
    const keys = invalid.map(({ key }) => key).sort()
    diagnoses.push(errorAt(invalid[0]!.at, '', `'' has invalid keys: ${keys.join(', ')}`))
  }
  return { config: { components, opaqueKinds, ...service }, diagnoses }
}

function isOpaque(node: ConfigNode): boolean {
  return node.kind === 'scalar' && node.opaque
}

function isNull(node: ConfigNode): boolean {
  return node.kind === 'scalar' && (node.value === null || node.opaque)
}

function goTypeOf(node: ConfigNode): string {
  if (node.kind === 'list') return '[]interface {}'
  if (node.kind === 'map') return 'map[string]interface {}'
  return typeof node.value === 'number' ? 'int' : typeof node.value === 'boolean' ? 'bool' : 'string'
}

const failed = 'decoding failed due to the following error(s):\n\n'

function readSection(
  kind: ComponentKind,
  section: MapEntry,
  options: ReadOptions,
  diagnoses: Diagnosis[],
): ComponentDefinition[] {
  const name = section.key
  const { value } = section
  if (isNull(value)) return []
  if (value.kind !== 'map') {
    const got = `'${name}' expected type 'map[string]interface {}', got unconvertible type '${goTypeOf(value)}'`
    diagnoses.push(errorAt(value.at, name, got))
    return []
  }
  const definitions: ComponentDefinition[] = []
  for (const { key, at, value: node } of value.entries) {
    const refuse = (message: string, where = at) =>
      diagnoses.push(errorAt(where, `${name}::${key}`, `'${name}' ${message}`))
    const parsed = parseComponentId(key)
    if (!parsed.ok) {
      refuse(`${failed}'' ${parsed.message}`)
      continue
    }
    const componentId = formatId(parsed.id)
    if (definitions.some((definition) => definition.id === componentId)) {
      refuse(`duplicate name ${JSON.stringify(componentId)} after unmarshalling [${key}]`)
      continue
    }
    if (node.kind !== 'map' && !isNull(node)) {
      const got = `expected type 'map[string]interface {}', got unconvertible type '${goTypeOf(node)}'`
      refuse(`${failed}'[${key}]' ${got}`, node.at)
      continue
    }
    const type = Object.hasOwn(options.catalogue[kind], parsed.id.type)
      ? options.catalogue[kind][parsed.id.type]!
      : null
    if (type === null) {
      refuse(unknownType(kind, parsed.id.type, componentId, options.catalogue))
      continue
    }
    const { given, errors } = decodeSettings(type, isNull(node) ? null : node, options.featureGates)
    for (const error of errors) {
      const path = `${name}::${key}${error.name === '' ? '' : `::${pathOf(error.name)}`}`
      const reading = `error reading configuration for ${JSON.stringify(componentId)}: ${failed}`
      diagnoses.push(errorAt(error.at, path, `'${name}' ${reading}${error.message}`))
    }
    definitions.push({ kind, id: componentId, at, type, settings: given })
  }
  return definitions
}

/** mapstructure's `policies[0].latency` as the Collector's `policies::0::latency`. */
function pathOf(name: string): string {
  return name.replace(/\[([^\]]*)\]/g, '::$1').replaceAll('.', '::')
}

function unknownType(
  kind: ComponentKind,
  type: string,
  componentId: string,
  catalogue: ComponentCatalogue,
): string {
  if (type === 'logging' && kind === 'exporter') {
    return 'the logging exporter has been deprecated, use the debug exporter instead'
  }
  const valid = Object.keys(catalogue[kind]).sort().join(' ')
  return `unknown type: ${JSON.stringify(type)} for id: ${JSON.stringify(componentId)} (valid values: [${valid}])`
}

type Service = Pick<CollectorConfig, 'extensions' | 'pipelines' | 'pipelinesAt' | 'opaquePipelines'>

function readService(section: MapEntry | undefined, diagnoses: Diagnosis[]): Service {
  const none: Service = {
    extensions: [],
    pipelines: [],
    pipelinesAt: section?.at ?? documentStart,
    opaquePipelines: section !== undefined && isOpaque(section.value),
  }
  if (!section || isNull(section.value)) return none
  for (const error of decode(section.value, serviceSchema).errors) {
    const name = error.name === '' ? 'service' : `service.${error.name}`
    diagnoses.push(errorAt(error.at, pathOf(name), error.message.replace(`'${error.name}'`, `'${name}'`)))
  }
  if (section.value.kind !== 'map') return none
  const find = (key: string) =>
    (section.value as { entries: readonly MapEntry[] }).entries.find((e) => e.key === key)
  const pipelines = find('pipelines')
  return {
    extensions: references(find('extensions')?.value),
    pipelines: pipelines ? readPipelines(pipelines, diagnoses) : [],
    pipelinesAt: pipelines?.at ?? section.at,
    opaquePipelines: pipelines !== undefined && isOpaque(pipelines.value),
  }
}

function references(node: ConfigNode | undefined): Reference[] {
  if (node?.kind !== 'list') return []
  return node.items.flatMap((item) => {
    if (item.kind !== 'scalar' || item.opaque || typeof item.value !== 'string') return []
    const parsed = parseComponentId(item.value)
    return parsed.ok ? [{ id: formatId(parsed.id), at: item.at }] : []
  })
}

function readPipelines(section: MapEntry, diagnoses: Diagnosis[]): PipelineDefinition[] {
  const { value } = section
  if (isNull(value)) return []
  if (value.kind !== 'map') {
    const got = value.kind === 'list' ? 'slice' : goTypeOf(value)
    diagnoses.push(
      errorAt(value.at, 'service::pipelines', `'service.pipelines' expected a map, got '${got}'`),
    )
    return []
  }
  const pipelines: PipelineDefinition[] = []
  for (const { key, at, value: node } of value.entries) {
    const parsed = parsePipelineId(key)
    if (!parsed.ok) {
      diagnoses.push(errorAt(at, `service::pipelines::${key}`, `'service.pipelines' ${parsed.message}`))
      continue
    }
    const name = `service.pipelines[${formatId(parsed.id)}]`
    for (const error of decode(isNull(node) ? null : node, pipelineSchema).errors) {
      const full = error.name === '' ? name : `${name}.${error.name}`
      const path = pathOf(full)
      diagnoses.push(errorAt(error.at, path, error.message.replace(`'${error.name}'`, `'${full}'`)))
    }
    const role = (wanted: (typeof roleNames)[number]) =>
      references(node.kind === 'map' ? node.entries.find((entry) => entry.key === wanted)?.value : undefined)
    pipelines.push({
      id: formatId(parsed.id),
      signal: parsed.id.type as Signal,
      at,
      receivers: role('receivers'),
      processors: role('processors'),
      exporters: role('exporters'),
    })
  }
  return pipelines
}

import type { ComponentType, GivenSettings, SettingsFault } from './component-type'
import type { ConfigNode } from './config-node'
import { type DecodeError, decode } from './decode'
import type { Position } from './diagnosis'
import { any, type Schema } from './schema'

/** Every component may carry settings of its own telemetry, which the Collector takes out before it decodes. */
function withTelemetry(schema: Schema): Schema {
  return schema.type === 'struct' ? { ...schema, fields: { telemetry: any, ...schema.fields } } : schema
}

/** Decodes a component's settings; without a known shape anything goes. */
export function decodeSettings(
  type: ComponentType,
  node: ConfigNode | null,
  featureGates: ReadonlySet<string>,
): { readonly given: GivenSettings; readonly errors: readonly DecodeError[] } {
  const { value, errors } = decode(node, withTelemetry(type.schema ?? any))
  const map = value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}
  return { given: { value: map, node, featureGates }, errors }
}

/** The place that a fault speaks of: as far down its path as the text goes, else the fallback. */
export function placeOf(node: ConfigNode | null, fault: SettingsFault, fallback: Position): Position {
  let at = fallback
  let current = node
  for (const step of fault.path ?? []) {
    if (current?.kind === 'map') {
      const entry = current.entries.find(({ key }) => key === step)
      if (!entry) break
      at = entry.at
      current = entry.value
    } else if (current?.kind === 'list' && typeof step === 'number') {
      const item: ConfigNode | undefined = current.items[step]
      if (!item) break
      at = item.at
      current = item
    } else break
  }
  return at
}

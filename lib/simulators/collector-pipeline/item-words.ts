import { attributesOf, type TelemetryItem, textOf } from '../../engine/collector/pipeline/telemetry-item'

/** An item in a few words: what it is, and of whom. */
export function describeItem(item: TelemetryItem): string {
  const service = textOf(item.resource['service.name']) ?? 'unknown'
  if (item.signal === 'traces') {
    const { name = '', kind = '', status } = item.span
    return `${service}: ${kind} ${name}${status === 'ERROR' ? ', ERROR' : ''}`
  }
  if (item.signal === 'metrics') {
    const { point } = item
    const set = Object.entries(point.attributes).map(([key, value]) => `${key}=${textOf(value)}`)
    return `${service}: ${point.name}{${set.join(', ')}} ${point.value}`
  }
  return `${service}: ${item.log.severityText} “${item.log.body}”`
}

/** What a processor changed, a line for each attribute or field: `+ key: value`, `− key: value`. */
export function changesOf(before: TelemetryItem, after: TelemetryItem): string[] {
  const lines: string[] = []
  const compare = (name: string, one: string | null, other: string | null) => {
    if (one === other) return
    if (one !== null) lines.push(`− ${name}: ${one}`)
    if (other !== null) lines.push(`+ ${name}: ${other}`)
  }
  const maps = [
    ['', attributesOf(before), attributesOf(after)],
    ['resource ', before.resource, after.resource],
  ] as const
  for (const [prefix, one, other] of maps) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)])
    for (const key of keys) compare(prefix + key, textOf(one[key]), textOf(other[key]))
  }
  if (before.signal === 'traces' && after.signal === 'traces') {
    compare('name', before.span.name ?? '', after.span.name ?? '')
    compare('status', before.span.status ?? 'UNSET', after.span.status ?? 'UNSET')
  }
  if (before.signal === 'metrics' && after.signal === 'metrics') {
    compare('metric', before.point.name, after.point.name)
  }
  if (before.signal === 'logs' && after.signal === 'logs') compare('body', before.log.body, after.log.body)
  return lines
}

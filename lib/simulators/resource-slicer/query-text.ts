import { type SliceKey, type SliceParams, sliceKeys } from './params'

/** As Prometheus writes a name without UTF-8; `job` and `instance` come from the service. */
function labelOf(key: SliceKey): string {
  if (key === 'service.name') return 'job'
  return key === 'service.instance.id' ? 'instance' : key.replaceAll('.', '_')
}

/**
 * The question as it would be asked: in words for spans, in PromQL for a counter. `only` is part of it.
 *
 * Source: specification/compatibility/prometheus_and_openmetrics.md, Resource Attributes.
 */
export function queryText({ store, groupBy, thenBy, only }: SliceParams): string {
  const keys = thenBy === 'none' ? [groupBy] : [groupBy, thenBy]
  if (store === 'spans') {
    const where = only === '' ? '' : ` where ${only.replace('=', ' = ')}`
    return `count of SERVER spans, and of those with ERROR,${where} by ${keys.join(', ')}`
  }
  const labels = keys.map(labelOf).join(', ')
  const at = only.indexOf('=')
  const key = sliceKeys.find((each) => each === only.slice(0, at))
  const selector = key === undefined ? '' : `{${labelOf(key)}="${only.slice(at + 1)}"}`
  const counter = 'increase(http_server_request_duration_seconds_count'
  if (store !== 'join') return `sum by (${labels}) (${counter}${selector}[10s]))`
  const others = keys.filter((each) => labelOf(each) !== 'job' && labelOf(each) !== 'instance').map(labelOf)
  const info =
    others.length === 0 ? '' : ` * on (job, instance) group_left (${others.join(', ')}) target_info`
  return `sum by (${labels}) (${counter}${selector}[10s])${info})`
}

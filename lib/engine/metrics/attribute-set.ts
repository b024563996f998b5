import type { Attributes } from '../attribute'
import { AttributeSetTable } from './attribute-set-table'

/** What stands for everything beyond a cardinality limit. Source: specification/metrics/sdk.md, Overflow attribute. */
export const overflowAttributes: Attributes = { 'otel.metric.overflow': true }

/**
 * Whether two attribute sets are one stream: the same names with the same values of the same types, in whatever order.
 * Source: opentelemetry-js `sdk-metrics/src/utils.ts` hashAttributes; specification/common/README.md.
 */
export function isSameAttributeSet(one: Attributes, other: Attributes): boolean {
  const table = new AttributeSetTable()
  return table.add(one) === table.add(other)
}

/** The most series a set of attributes can make: the product of their value counts. */
export function seriesUpperBound(valueCounts: Readonly<Record<string, number>>): number {
  let product = 1
  for (const count of Object.values(valueCounts)) product *= count
  return product
}

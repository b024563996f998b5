import type { SpanAttributes } from '../tail-sampling/span-data'
import { sectionsIn, textIn } from './given'
import type { TelemetryItem } from './telemetry-item'

/** What is known of the pod behind an address. */
export type FindPod = (address: string) => SpanAttributes | null

/**
 * The k8s_attributes processor: finds the pod behind an item and writes its names on the resource. By default the pod is
 * the one whose address the request came from, so what stands before it must not have let the request go.
 *
 * @param associations `pod_association`, in order; the first source that leads to a pod decides.
 *
 * Source: opentelemetry-collector-contrib processor/k8sattributesprocessor/README.md, Pod association.
 */
export function describePod(
  item: TelemetryItem,
  associations: unknown,
  findPod: FindPod,
): TelemetryItem | null {
  const given = sectionsIn(associations)
  const rules =
    given.length > 0
      ? given
      : [
          { sources: [{ from: 'resource_attribute', name: 'k8s.pod.ip' }] },
          { sources: [{ from: 'connection' }] },
        ]
  for (const { sources } of rules) {
    for (const { from, name } of sectionsIn(sources)) {
      const address = from === 'connection' ? item.peer : item.resource[textIn(name) ?? '']
      const pod = typeof address === 'string' ? findPod(address) : null
      if (pod !== null) return { ...item, resource: { ...pod, ...item.resource } }
    }
  }
  return null
}

import type { Fault, Identity, SliceKey, SliceParams } from './params'

/** An instance of the shop: its resource is flat, each attribute beside the others. */
export interface Instance {
  readonly resource: Readonly<Record<SliceKey, string>>
  /** What the instance really is, whatever it says of itself. */
  readonly service: string
}

/** What an SDK writes where nobody set service.name. Source: semantic-conventions docs/resource/service.md. */
export const unknownService = 'unknown_service:node'
/** The id that two instances of payment share where somebody wrote it into the image. */
export const sharedId = 'payment-from-image'

const services = ['web', 'checkout', 'payment'] as const
const nodes = ['node-1', 'node-2', 'node-3'] as const

/** Twelve instances: of each service four, one of them of the new version; web has one in staging. */
export function createFleet(identity: Identity): Instance[] {
  return services.flatMap((service, row) =>
    [0, 1, 2, 3].map((index): Instance => {
      const isNamed = identity !== 'unknown' || service === 'web'
      const isShared = identity === 'shared' && service === 'payment' && index < 2
      return {
        service,
        resource: {
          'service.name': isNamed ? service : unknownService,
          'service.version': index === 1 ? '1.5.0' : '1.4.2',
          'service.instance.id': isShared ? sharedId : `${service}-${index + 1}`,
          'k8s.node.name': nodes[(row + index) % nodes.length]!,
          'cloud.region': index % 2 === 0 ? 'eu-west-1' : 'us-east-1',
          'deployment.environment.name': service === 'web' && index === 3 ? 'staging' : 'production',
        },
      }
    }),
  )
}

/** The share of requests that fail on an instance, 0 to 1. */
export function failureOf({ service, resource }: Instance, fault: Fault): number {
  const isIll = {
    version: service === 'payment' && resource['service.version'] === '1.5.0',
    node: resource['k8s.node.name'] === 'node-2',
    region: resource['cloud.region'] === 'us-east-1',
    none: false,
  }
  return isIll[fault] ? (fault === 'version' ? 0.6 : 0.25) : 0.01
}

/** Whether an instance is among those that the filter lets through. */
export function passes({ resource }: Instance, only: SliceParams['only']): boolean {
  if (only === '') return true
  const at = only.indexOf('=')
  return resource[only.slice(0, at) as SliceKey] === only.slice(at + 1)
}

import type { TelemetryItem } from '../../engine/collector/pipeline/telemetry-item'

type Resource = TelemetryItem['resource']

const services = ['web', 'checkout', 'inventory', 'payment', 'mailer']

/** The address of the pod in which an instance runs: one each. */
export function addressOf(resource: Resource): string {
  const service = services.indexOf(String(resource['service.name']))
  const instance = Number(String(resource['service.instance.id']).split('-').at(-1))
  return `10.4.${service}.${instance + 10}`
}

/** What Kubernetes knows of an address of Fernhill. */
export function findPod(address: string): Resource | null {
  const [, , service = '', host = ''] = address.split('.')
  const name = services[Number(service)]
  if (name === undefined || !address.startsWith('10.4.')) return null
  return {
    'k8s.namespace.name': 'fernhill',
    'k8s.deployment.name': name,
    'k8s.pod.name': `${name}-5c9d7-${(Number(service) * 7919 + Number(host) * 104_729).toString(36)}`,
    'k8s.node.name': `node-${(Number(host) % 3) + 1}`,
  }
}

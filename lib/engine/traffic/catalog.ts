import type { Attributes } from '../attribute'
import type { Call, Operation, ServiceGraph } from './service-graph'
import type { SpanCatalog, SpanOperation } from './span-batch'

/** The catalog of a graph's spans, and the way from the graph's names to its positions. */
export interface CatalogBuilder {
  readonly catalog: SpanCatalog
  serviceOf(name: string): { index: number; firstResource: number; instances: number }
  spanOfOperation(operation: Operation): number
  /** The caller's own span of a call; -1 for a local call, which has none. */
  spanOfCall(caller: Operation, call: Call): number
}

/**
 * Names every span of a graph as today's semantic conventions do: HTTP `{method} {route}` on the server and
 * `{method}` on the client, queries by their summary, messages by `{operation} {destination}`.
 *
 * Source: semantic-conventions docs/http/http-spans.md, docs/db/database-spans.md, docs/messaging/messaging-spans.md.
 */
export function catalogOf(graph: ServiceGraph): CatalogBuilder {
  const services = graph.services.map((service) => service.name)
  const operations: SpanOperation[] = []
  const resources: { service: number; attributes: Attributes }[] = []
  const firstResources: number[] = []
  for (const [index, service] of graph.services.entries()) {
    firstResources.push(resources.length)
    for (let instance = 0; instance < service.instances; instance += 1) {
      const attributes = {
        ...service.resource,
        'service.name': service.name,
        'service.instance.id': `${service.name}-${instance}`,
        ...service.perInstance?.[instance],
      }
      resources.push({ service: index, attributes })
    }
  }
  const ofOperation = new Map<string, number>()
  const byId = new Map(graph.operations.map((operation) => [operation.id, operation]))

  function add(name: string, kind: SpanOperation['kind'], service: string, attributes: Attributes): number {
    operations.push({ name, kind, service: services.indexOf(service), attributes })
    return operations.length - 1
  }

  return {
    catalog: { services, operations, resources },
    serviceOf(name) {
      const index = services.indexOf(name)
      return { index, firstResource: firstResources[index]!, instances: graph.services[index]!.instances }
    },
    spanOfOperation(operation) {
      const known = ofOperation.get(operation.id)
      if (known !== undefined) return known
      const span = add(spanName(operation), spanKind(operation), operation.service, {
        ...ownAttributes(operation),
        ...operation.attributes,
      })
      ofOperation.set(operation.id, span)
      return span
    },
    spanOfCall(caller, call) {
      if (call.kind === 'local') return -1
      if (call.kind === 'query') {
        const system = graph.databases!.find((database) => database.name === call.database)!.system
        const summary = call.collection === undefined ? call.verb : `${call.verb} ${call.collection}`
        return add(summary, 'CLIENT', caller.service, {
          'db.system.name': system,
          'db.namespace': call.database,
          'db.operation.name': call.verb,
          ...(call.collection !== undefined && { 'db.collection.name': call.collection }),
          'db.query.summary': summary,
        })
      }
      const { serves, service } = byId.get(call.operation)!
      if (serves.kind === 'queue') {
        return add(`send ${serves.queue}`, 'PRODUCER', caller.service, {
          'messaging.system.name': serves.system,
          'messaging.destination.name': serves.queue,
          'messaging.operation.name': 'send',
          'messaging.operation.type': 'send',
        })
      }
      if (serves.kind !== 'http') throw new RangeError(`${call.operation} does not serve HTTP`)
      return add(serves.method, 'CLIENT', caller.service, {
        'http.request.method': serves.method,
        'server.address': service,
        'server.port': 8080,
      })
    },
  }
}

function spanName({ serves }: Operation): string {
  if (serves.kind === 'http') return `${serves.method} ${serves.route}`
  return serves.kind === 'queue' ? `process ${serves.queue}` : serves.name
}

function spanKind({ serves }: Operation): SpanOperation['kind'] {
  if (serves.kind === 'http') return 'SERVER'
  return serves.kind === 'queue' ? 'CONSUMER' : 'INTERNAL'
}

function ownAttributes({ serves }: Operation): Attributes {
  switch (serves.kind) {
    case 'http':
      return { 'http.request.method': serves.method, 'http.route': serves.route, 'url.scheme': 'https' }
    case 'queue':
      return {
        'messaging.system.name': serves.system,
        'messaging.destination.name': serves.queue,
        'messaging.operation.name': 'process',
        'messaging.operation.type': 'process',
      }
    case 'local':
      return {}
  }
}

import type { Attributes } from '../../engine/attribute'
import type { Distribution } from '../../engine/traffic/distribution'
import type { Call, Operation, ServiceGraph } from '../../engine/traffic/service-graph'
import { type ServiceName, serviceNames } from './cause'

/** Instances of each service, by their place: two in each zone. */
export const placeCount = 4
export const zones = ['eu-west-1a', 'eu-west-1b'] as const
/** A release replaces the instances in these places, one in each zone, and stops to be watched. */
export const releasedPlaces = [1, 3] as const
export const oldVersion = '4.7.1'

/** Ids of the operations and queries that a cause may take hold of, by service. */
export const operationOf: Readonly<Record<ServiceName, string>> = {
  web: 'checkout',
  catalogue: 'catalogue.find',
  recommend: 'recommend.list',
  checkout: 'orders.place',
  inventory: 'stock.reserve',
  payment: 'payment.charge',
  mailer: 'mail',
}
export const queryOf: Readonly<Partial<Record<ServiceName, string>>> = {
  catalogue: 'catalogue.prices',
  checkout: 'orders.insert',
  inventory: 'stock.update',
  payment: 'payments.charge',
}
/** The query that a product missing from the cache needs. */
export const cacheMiss = 'catalogue.load'

const wire: Distribution = { kind: 'lognormal', medianMs: 1.5, sigma: 0.3 }
const around = (medianMs: number, sigma = 0.3): Distribution => ({ kind: 'lognormal', medianMs, sigma })
const http = (operation: string): Call => ({ kind: 'http', operation, network: wire })
const query = (id: string, verb: string, collection: string, ms: number): Call => {
  const database = id.split('.')[0]!
  return { kind: 'query', id, database, verb, collection, time: around(ms) }
}

/** Fernhill with two pages, all in order but for the recommendations, as `recommendErrors` (0..1) has it. */
export function drillGraph(recommendErrors: number, after: (service: ServiceName) => string): ServiceGraph {
  const operations: Operation[] = [
    serve('checkout', 'web', 'POST', '/checkout', 5, [[http('orders.place')]]),
    serve('product', 'web', 'GET', '/products/{id}', 5, [
      [http('catalogue.find'), { ...http('recommend.list'), optional: true }],
    ]),
    serve('catalogue.find', 'catalogue', 'GET', '/catalogue/{id}', 8, [
      [{ kind: 'query', id: 'catalogue.cache', database: 'cache', verb: 'GET', time: around(0.8) }],
      [{ ...query(cacheMiss, 'SELECT', 'products', 600), probability: 0.002 }],
      [query('catalogue.prices', 'SELECT', 'prices', 9)],
    ]),
    {
      ...serve('recommend.list', 'recommend', 'GET', '/recommendations', 25, []),
      errorRate: recommendErrors,
    },
    serve('orders.place', 'checkout', 'POST', '/orders', 10, [
      [http('stock.reserve')],
      [http('payment.charge')],
      [query('orders.insert', 'INSERT', 'orders', 9)],
      [
        {
          kind: 'publish',
          operation: 'mail',
          time: around(3),
          delay: around(250, 0.5),
          relation: 'link',
        },
      ],
    ]),
    serve('stock.reserve', 'inventory', 'POST', '/reservations', 8, [
      [query('stock.update', 'UPDATE', 'stock', 8)],
    ]),
    serve('payment.charge', 'payment', 'POST', '/charges', 40, [
      [query('payments.card', 'SELECT', 'cards', 7)],
      [query('payments.charge', 'UPDATE', 'charges', 9)],
    ]),
    {
      id: 'mail',
      service: 'mailer',
      serves: { kind: 'queue', system: 'rabbitmq', queue: 'order-confirmations' },
      selfTime: around(120),
    },
  ]
  return {
    services: serviceNames.map((name) => ({
      name,
      instances: placeCount,
      resource: { 'deployment.environment.name': 'production' },
      perInstance: Array.from({ length: placeCount }, (_, place) =>
        instanceAttributes(name, place, after(name)),
      ),
    })),
    databases: ['catalogue', 'orders', 'stock', 'payments']
      .map((name): NonNullable<ServiceGraph['databases']>[number] => ({
        name,
        system: 'postgresql',
        pool: { connections: 2, timeoutMs: 3000 },
      }))
      .concat({ name: 'cache', system: 'redis' }),
    operations,
    entries: [
      { operation: 'checkout', perSecond: 0.6 },
      { operation: 'product', perSecond: 0.6 },
    ],
  }
}

/** What the resource of an instance says beside its service: a released one is another instance than the one before. */
export function instanceAttributes(service: ServiceName, place: number, version: string): Attributes {
  const isNew = version !== oldVersion && releasedPlaces.some((released) => released === place)
  return {
    'service.version': isNew ? version : oldVersion,
    'service.instance.id': `${service}-${isNew ? place + placeCount : place}`,
    'cloud.availability_zone': zones[place < placeCount / 2 ? 0 : 1],
  }
}

function serve(
  id: string,
  service: ServiceName,
  method: string,
  route: string,
  ownMs: number,
  steps: readonly (readonly Call[])[],
): Operation {
  return {
    id,
    service,
    serves: { kind: 'http', method, route },
    selfTime: around(ownMs),
    errorRate: 0.0005,
    steps,
  }
}

import type { Distribution } from '../../engine/traffic/distribution'
import type { Call, Operation, ServiceGraph } from '../../engine/traffic/service-graph'
import type { Page } from './params'

/** Requests of the chosen page that begin in a second. */
export const perSecond = 3

/** The attribute that only spans of single functions carry. */
export const functionKey = 'code.function.name'

/** Each entry's `http.route`. */
export const routes: Readonly<Record<Page, string>> = {
  checkout: 'POST /checkout',
  product: 'GET /products/{id}',
  orders: 'GET /orders',
}

const wire: Distribution = { kind: 'lognormal', medianMs: 1.5, sigma: 0.4 }
const around = (medianMs: number, sigma = 0.3): Distribution => ({ kind: 'lognormal', medianMs, sigma })
const http = (operation: string): Call => ({ kind: 'http', operation, network: wire })
const local = (operation: string): Call => ({ kind: 'local', operation })
const query = (id: string, verb: string, collection: string, time: Distribution): Call => {
  const database = id.split('.')[0]!
  return { kind: 'query', id, database, verb, collection, time }
}

/** What runs before and after the calls of every request: each a function, and each with a span if you insist. */
const before = ['parseRequest', 'checkSession', 'readSettings', 'validateInput', 'openScope'] as const
const after = ['mapResult', 'formatPrices', 'renderBody', 'closeScope'] as const

/** Fernhill with one page asked for. Every request runs through the same code, whichever spans are made of it. */
export function explorerGraph(page: Page): ServiceGraph {
  const served = [
    serve('checkout', 'web', 'POST', '/checkout', 4, [[http('orders.place')]]),
    serve('product', 'web', 'GET', '/products/{id}', 4, [
      [http('reviews.list'), http('recommend.list'), local('web.price')],
    ]),
    serve('orders', 'web', 'GET', '/orders', 4, [[http('orders.list')]]),
    serve('orders.place', 'checkout', 'POST', '/orders', 10, [
      [http('inventory.reserve')],
      [http('payment.charge')],
      [
        {
          kind: 'publish',
          operation: 'mail',
          time: around(3),
          delay: around(300, 0.5),
          relation: 'link',
        },
      ],
    ]),
    serve('orders.list', 'checkout', 'GET', '/orders', 5, [
      [query('orders.find', 'SELECT', 'orders', around(6))],
      [query('orders.items', 'SELECT', 'order_items', around(9))],
    ]),
    serve('inventory.reserve', 'inventory', 'POST', '/reservations', 5, [
      [query('stock.reserve', 'UPDATE', 'stock', around(8))],
    ]),
    serve(
      'payment.charge',
      'payment',
      'POST',
      '/charges',
      90,
      [
        [query('payments.card', 'SELECT', 'cards', around(7))],
        [query('payments.charge', 'UPDATE', 'charges', around(9))],
      ],
      0.6,
    ),
    serve('reviews.list', 'reviews', 'GET', '/reviews', 4, [
      [query('reviews.read', 'SELECT', 'reviews', around(210, 0.08))],
    ]),
    serve('recommend.list', 'recommend', 'GET', '/recommendations', 60, []),
    serve('catalogue.find', 'catalogue', 'GET', '/catalogue/{id}', 70, []),
    serve('pricing.find', 'pricing', 'GET', '/prices/{id}', 110, []),
    serve('stock.find', 'inventory', 'GET', '/stock/{sku}', 65, [
      [query('stock.read', 'SELECT', 'stock', around(8))],
    ]),
  ]
  const mail: Operation = {
    id: 'mail',
    service: 'mailer',
    serves: { kind: 'queue', system: 'rabbitmq', queue: 'order-confirmations' },
    selfTime: around(1400, 0.2),
  }
  const price: Operation = {
    id: 'web.price',
    service: 'web',
    serves: { kind: 'local', name: 'price product' },
    selfTime: around(4),
    steps: [[http('catalogue.find')], [http('pricing.find')], [http('stock.find')]],
  }
  const services = [...new Set([...served, mail].map(({ service }) => service))]
  return {
    services: services.map((name) => ({
      name,
      instances: 2,
      resource: { 'service.version': '4.7.1', 'deployment.environment.name': 'production' },
    })),
    databases: [
      { name: 'orders', system: 'postgresql' },
      { name: 'stock', system: 'postgresql' },
      { name: 'payments', system: 'postgresql', pool: { connections: 4, timeoutMs: 10_000 } },
      { name: 'reviews', system: 'postgresql' },
    ],
    operations: [...served, mail, price, ...services.flatMap(functionsOf)],
    entries: [{ operation: page, perSecond }],
  }
}

function serve(
  id: string,
  service: string,
  method: string,
  route: string,
  ownMs: number,
  calls: readonly (readonly Call[])[],
  sigma = 0.15,
): Operation {
  const run = (name: string) => [local(`${service}.${name}`)]
  return {
    id,
    service,
    serves: { kind: 'http', method, route },
    selfTime: around(ownMs, sigma),
    steps: [...before.map(run), ...calls, ...after.map(run)],
  }
}

function functionsOf(service: string): Operation[] {
  return [...before, ...after].map((name) => ({
    id: `${service}.${name}`,
    service,
    serves: { kind: 'local', name },
    selfTime: around(0.12, 0.6),
    attributes: { [functionKey]: name },
  }))
}

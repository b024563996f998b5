import type { ServiceGraph } from './service-graph'

/**
 * A web shop to watch: a gateway, checkout, payment with its database, inventory asked in parallel with the cart, and a
 * queue whose consumer ships the order. About nine spans a checkout, 3 % of them slow enough to notice.
 */
export const shop: ServiceGraph = {
  services: [
    { name: 'gateway', instances: 2, resource: { 'deployment.environment.name': 'production' } },
    { name: 'checkout', instances: 3, resource: { 'deployment.environment.name': 'production' } },
    { name: 'payment', instances: 2, resource: { 'deployment.environment.name': 'production' } },
    { name: 'inventory', instances: 2, resource: { 'deployment.environment.name': 'production' } },
    { name: 'shipping', instances: 1, resource: { 'deployment.environment.name': 'production' } },
  ],
  databases: [
    { name: 'payments', system: 'postgresql', pool: { connections: 10, timeoutMs: 2000 } },
    { name: 'stock', system: 'postgresql' },
  ],
  operations: [
    {
      id: 'gateway.checkout',
      service: 'gateway',
      serves: { kind: 'http', method: 'POST', route: '/api/checkout' },
      selfTime: { kind: 'lognormal', medianMs: 4, sigma: 0.4 },
      steps: [[http('checkout.place', 3000)]],
    },
    {
      id: 'gateway.product',
      service: 'gateway',
      serves: { kind: 'http', method: 'GET', route: '/api/products/{id}' },
      selfTime: { kind: 'lognormal', medianMs: 3, sigma: 0.4 },
      notFoundRate: 0.02,
      steps: [[http('inventory.check', 1000)]],
    },
    {
      id: 'checkout.place',
      service: 'checkout',
      serves: { kind: 'http', method: 'POST', route: '/orders' },
      selfTime: { kind: 'lognormal', medianMs: 12, sigma: 0.5 },
      errorRate: 0.002,
      steps: [
        [
          { kind: 'local', operation: 'checkout.price' },
          { ...http('inventory.check', 1000), fanOut: [1, 4] },
        ],
        [http('payment.charge', 2500)],
        [
          {
            kind: 'publish',
            operation: 'shipping.order',
            time: { kind: 'exponential', meanMs: 2 },
            delay: { kind: 'lognormal', medianMs: 200, sigma: 1 },
            relation: 'link',
          },
        ],
      ],
    },
    {
      id: 'checkout.price',
      service: 'checkout',
      serves: { kind: 'local', name: 'price cart' },
      selfTime: { kind: 'lognormal', medianMs: 6, sigma: 0.6 },
    },
    {
      id: 'payment.charge',
      service: 'payment',
      serves: { kind: 'http', method: 'POST', route: '/charges' },
      selfTime: { kind: 'lognormal', medianMs: 40, sigma: 0.7 },
      errorRate: 0.01,
      steps: [
        [query('payment.read', 'payments', 'SELECT', 'cards')],
        [query('payment.write', 'payments', 'INSERT', 'charges')],
      ],
    },
    {
      id: 'inventory.check',
      service: 'inventory',
      serves: { kind: 'http', method: 'GET', route: '/stock/{sku}' },
      selfTime: { kind: 'lognormal', medianMs: 5, sigma: 0.5 },
      notFoundRate: 0.01,
      steps: [[{ ...query('inventory.read', 'stock', 'SELECT', 'stock'), probability: 0.4 }]],
    },
    {
      id: 'shipping.order',
      service: 'shipping',
      serves: { kind: 'queue', system: 'kafka', queue: 'orders' },
      selfTime: { kind: 'lognormal', medianMs: 30, sigma: 0.8 },
      errorRate: 0.005,
    },
  ],
  entries: [
    { operation: 'gateway.checkout', perSecond: 20, users: 1_000_000 },
    { operation: 'gateway.product', perSecond: 60, users: 1_000_000 },
  ],
}

function http(operation: string, timeoutMs: number) {
  return {
    kind: 'http',
    operation,
    timeoutMs,
    network: { kind: 'lognormal', medianMs: 1.5, sigma: 0.4 },
    retry: { attempts: 1, backoffMs: 50 },
  } as const
}

function query(id: string, database: string, verb: string, collection: string) {
  const time = { kind: 'lognormal', medianMs: 8, sigma: 0.9 } as const
  return { kind: 'query', id, database, verb, collection, time, errorRate: 0.001 } as const
}

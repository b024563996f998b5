import type { ServiceGraph } from './service-graph'

const wire = { kind: 'lognormal', medianMs: 1.5, sigma: 0.4 } as const
const work = { kind: 'lognormal', medianMs: 12, sigma: 0.8 } as const

/**
 * A fixed topology of eight spans over three services: a gateway asks orders, which asks stock, then prices, then asks
 * the database twice, in parallel. About 1 % of traces fail.
 */
export const eightSpans: ServiceGraph = {
  services: [
    { name: 'gateway', instances: 2 },
    { name: 'orders', instances: 3 },
    { name: 'stock', instances: 2 },
  ],
  databases: [{ name: 'payments', system: 'postgresql' }],
  operations: [
    {
      id: 'gateway',
      service: 'gateway',
      serves: { kind: 'http', method: 'POST', route: '/api/orders' },
      selfTime: { kind: 'lognormal', medianMs: 4, sigma: 0.4 },
      steps: [[{ kind: 'http', operation: 'orders', network: wire }]],
    },
    {
      id: 'orders',
      service: 'orders',
      serves: { kind: 'http', method: 'POST', route: '/orders' },
      selfTime: work,
      errorRate: 0.002,
      steps: [
        [{ kind: 'http', operation: 'stock', network: wire }],
        [{ kind: 'local', operation: 'orders.price' }],
        [
          {
            kind: 'query',
            id: 'write',
            database: 'payments',
            verb: 'INSERT',
            collection: 'orders',
            time: work,
            errorRate: 0.003,
          },
          {
            kind: 'query',
            id: 'read',
            database: 'payments',
            verb: 'SELECT',
            collection: 'cards',
            time: work,
          },
        ],
      ],
    },
    {
      id: 'orders.price',
      service: 'orders',
      serves: { kind: 'local', name: 'price order' },
      selfTime: { kind: 'exponential', meanMs: 3 },
    },
    {
      id: 'stock',
      service: 'stock',
      serves: { kind: 'http', method: 'GET', route: '/stock/{sku}' },
      selfTime: work,
      errorRate: 0.005,
    },
  ],
  entries: [{ operation: 'gateway', perSecond: 100, users: 1_000_000 }],
}

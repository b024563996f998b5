import type { Distribution } from '../../engine/traffic/distribution'
import type { ServiceGraph } from '../../engine/traffic/service-graph'

/** What the traffic of the shop is made of. Shares are 0..1. */
export interface TrafficSettings {
  readonly seed: number
  readonly perSecond: number
  readonly errorShare: number
  readonly slowShare: number
  readonly lateSeconds: number
}

/** The name of the service whose spans may come late. */
export const lateService = 'mailer'

/** The roots' names: what a head sampler with rules can tell apart. */
export const rootNames = {
  checkout: 'POST /checkout',
  product: 'GET /products/{id}',
  check: 'GET /healthz',
} as const

// Checkouts fail five times as often as visits of a product page, health checks hardly ever. By the shares of the
// traffic, 0.4 × 2 + 0.4 × 0.4 + 0.2 × 0.2 = 1: over all traces the share of errors is the one asked for.
const traffic = { checkout: 0.4, product: 0.4, check: 0.2 }
const proneness = { checkout: 2, product: 0.4, check: 0.2 }

const wire: Distribution = { kind: 'lognormal', medianMs: 1.5, sigma: 0.4 }
const lognormal = (medianMs: number): Distribution => ({ kind: 'lognormal', medianMs, sigma: 0.5 })

/** Fernhill, the shop of the lessons, as a graph that the engine can run. A checkout has about ten spans. */
export function fernhill({ perSecond, errorShare, slowShare }: TrafficSettings): ServiceGraph {
  // Half of a checkout's failures are in payment, half in the mailer, which only runs where payment went well.
  const inPayment = (errorShare * proneness.checkout) / 2
  const inMailer = inPayment / (1 - inPayment)
  // A health check is never slow: the others make up for it.
  const wait = { kind: 'local', probability: slowShare / (1 - traffic.check) } as const
  return {
    services: ['web', 'checkout', 'inventory', 'payment', lateService].map((name) => ({
      name,
      instances: 2,
    })),
    databases: [{ name: 'books', system: 'postgresql' }],
    operations: [
      {
        id: 'checkout',
        service: 'web',
        serves: { kind: 'http', method: 'POST', route: '/checkout' },
        selfTime: lognormal(4),
        steps: [[{ kind: 'http', operation: 'orders', network: wire }]],
      },
      {
        id: 'product',
        service: 'web',
        serves: { kind: 'http', method: 'GET', route: '/products/{id}' },
        selfTime: lognormal(4),
        errorRate: errorShare * proneness.product,
        steps: [[{ kind: 'http', operation: 'stock', network: wire }], [{ ...wait, operation: 'web.wait' }]],
      },
      {
        id: 'check',
        service: 'web',
        serves: { kind: 'http', method: 'GET', route: '/healthz' },
        selfTime: lognormal(1),
        errorRate: errorShare * proneness.check,
      },
      {
        id: 'orders',
        service: 'checkout',
        serves: { kind: 'http', method: 'POST', route: '/orders' },
        selfTime: lognormal(12),
        steps: [
          [{ kind: 'http', operation: 'stock', network: wire }],
          [{ kind: 'http', operation: 'charge', network: wire }],
          [
            {
              kind: 'publish',
              operation: 'mail',
              time: lognormal(2),
              delay: lognormal(150),
              relation: 'parent',
            },
          ],
        ],
      },
      {
        id: 'stock',
        service: 'inventory',
        serves: { kind: 'http', method: 'GET', route: '/stock/{sku}' },
        selfTime: lognormal(6),
      },
      {
        id: 'charge',
        service: 'payment',
        serves: { kind: 'http', method: 'POST', route: '/charges' },
        selfTime: lognormal(60),
        errorRate: inPayment,
        steps: [
          [{ ...wait, operation: 'payment.wait' }],
          [
            {
              kind: 'query',
              id: 'write',
              database: 'books',
              verb: 'INSERT',
              collection: 'charges',
              time: lognormal(8),
            },
          ],
        ],
      },
      waitFor('web'),
      waitFor('payment'),
      {
        id: 'mail',
        service: lateService,
        serves: { kind: 'queue', system: 'rabbitmq', queue: 'order-confirmations' },
        selfTime: lognormal(40),
        errorRate: inMailer,
      },
    ],
    entries: (['checkout', 'product', 'check'] as const).map((operation) => ({
      operation,
      perSecond: perSecond * traffic[operation],
    })),
  }
}

function waitFor(service: string) {
  return {
    id: `${service}.wait`,
    service,
    serves: { kind: 'local', name: 'wait for a connection' },
    selfTime: { kind: 'lognormal', medianMs: 2000, sigma: 0.2 },
  } as const
}

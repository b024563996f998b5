/** Who the request meets, in the order in which it does. */
export const stationIds = ['web', 'proxy', 'checkout', 'payment', 'bank', 'queue', 'mailer'] as const
export type StationId = (typeof stationIds)[number]

/** One place on the way. */
export interface Station {
  readonly id: StationId
  readonly kind: 'service' | 'proxy' | 'queue'
  /** As readers call it. */
  readonly name: string
  /** Who sends to it; null for the first. */
  readonly from: StationId | null
  /** What arrives: the request line, or the message. */
  readonly request: string
  /** Whom it sends to. */
  readonly targets: readonly StationId[]
}

/**
 * The checkout of Fernhill, as in the lesson: `web` calls `checkout` through a proxy; `checkout` calls `payment`,
 * which calls the card company, and then sends a message, which `mailer` handles.
 */
export const stations: Readonly<Record<StationId, Station>> = {
  web: {
    ...{ id: 'web', kind: 'service', name: 'web', from: null },
    ...{ request: 'POST /checkout', targets: ['proxy'] },
  },
  proxy: {
    ...{ id: 'proxy', kind: 'proxy', name: 'proxy', from: 'web' },
    ...{ request: 'POST /orders', targets: ['checkout'] },
  },
  checkout: {
    ...{ id: 'checkout', kind: 'service', name: 'checkout', from: 'proxy' },
    ...{ request: 'POST /orders', targets: ['payment', 'queue'] },
  },
  payment: {
    ...{ id: 'payment', kind: 'service', name: 'payment', from: 'checkout' },
    ...{ request: 'POST /charges', targets: ['bank'] },
  },
  bank: {
    ...{ id: 'bank', kind: 'service', name: 'card company', from: 'payment' },
    ...{ request: 'POST /authorisations', targets: [] },
  },
  queue: {
    ...{ id: 'queue', kind: 'queue', name: 'queue', from: 'checkout' },
    ...{ request: 'order-confirmations', targets: ['mailer'] },
  },
  mailer: {
    ...{ id: 'mailer', kind: 'service', name: 'mailer', from: 'queue' },
    ...{ request: 'order-confirmations', targets: [] },
  },
}

/** The station that this one is called by: the nearest service before it. */
export function callerOf(id: StationId): Station | null {
  const { from } = stations[id]
  if (from === null) return null
  return stations[from].kind === 'service' ? stations[from] : callerOf(from)
}

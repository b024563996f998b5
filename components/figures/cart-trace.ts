import type { TraceSpan } from '@/components/figures/checkout-trace'

/** What may be repaired in the cart of lesson 3. */
interface CartRepairs {
  /** All calls to `inventory` start together, where otherwise each waits for the last. */
  concurrent?: boolean
  /** How long `payment` takes for its quote, in ms. */
  quoteMs?: number
}

const calls = 24
const callMs = 30
/** What `checkout` does between two calls. */
const betweenMs = 6
/** What a request spends on the way, there and back alike. */
const wayMs = 2
/** When `checkout` has read the cart and begins to ask the others. */
const askFrom = 26

/** A cart of 24 plants: a staircase of calls to `inventory`, and a quote of `payment` beside it. Times in ms. */
export function cartTrace({ concurrent = false, quoteMs = 400 }: CartRepairs = {}): TraceSpan[] {
  const stock = Array.from({ length: calls }, (_, index): TraceSpan[] => {
    const start = concurrent ? askFrom : askFrom + index * (callMs + betweenMs)
    return [
      client(`stock-${index}`, 'GET', start, start + callMs),
      {
        id: `stock-${index}-server`,
        parent: `stock-${index}`,
        service: 'inventory',
        kind: 'SERVER',
        name: 'GET /stock/{sku}',
        start: start + wayMs,
        end: start + callMs - wayMs,
      },
    ]
  }).flat()
  const quote = client('quote', 'POST', askFrom, askFrom + quoteMs)
  const done = Math.max(quote.end, ...stock.map((span) => span.end)) + betweenMs
  return [
    { id: 'web', parent: null, service: 'web', kind: 'SERVER', name: 'GET /cart', start: 0, end: done + 10 },
    { id: 'call', parent: 'web', service: 'web', kind: 'CLIENT', name: 'GET', start: 6, end: done + 4 },
    {
      id: 'cart',
      parent: 'call',
      service: 'checkout',
      kind: 'SERVER',
      name: 'GET /carts/{id}',
      start: 10,
      end: done,
    },
    client('query', 'SELECT carts', 12, 24),
    quote,
    {
      id: 'quote-server',
      parent: 'quote',
      service: 'payment',
      kind: 'SERVER',
      name: 'POST /quotes',
      start: quote.start + wayMs,
      end: quote.end - wayMs,
    },
    ...stock,
  ]
}

function client(id: string, name: string, start: number, end: number): TraceSpan {
  return { id, parent: 'cart', service: 'checkout', kind: 'CLIENT', name, start, end }
}

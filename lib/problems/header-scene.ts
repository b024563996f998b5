import { createSpanId, createTraceId } from '../engine/propagation/identifier'
import type { Random } from '../engine/random'
import { drawOne, drawWhole } from './draw'

/** The three headers of propagation. */
export const headerNames = ['traceparent', 'tracestate', 'baggage'] as const
export type HeaderName = (typeof headerNames)[number]

/** Draws the value of a header: good as it is, good although it looks odd, or with one fault. */
export function drawHeader(random: Random, header: HeaderName): string {
  if (header === 'traceparent') return drawTraceparent(random)
  return header === 'tracestate' ? drawTracestate(random) : drawBaggage(random)
}

function drawTraceparent(random: Random): string {
  const fields = [
    '00',
    createTraceId(random),
    createSpanId(random),
    drawOne(random, ['00', '01', '02', '03']),
  ]
  const text = () => fields.join('-')
  const at = drawWhole(random, 1, 2)
  const id = fields[at]!
  switch (drawWhole(random, 0, 9)) {
    case 0:
      // A digit alone has no letter case: one is put in.
      fields[at] = `${id.slice(0, 5)}${drawOne(random, ['A', 'B', 'C', 'D', 'E', 'F'])}${id.slice(6)}`
      return text()
    case 1:
      fields[at] = '0'.repeat(id.length)
      return text()
    case 2:
      fields[at] = `${id.slice(0, -1)}${drawOne(random, ['g', 'x', 'o'])}`
      return text()
    case 3:
      fields[at] = id.slice(1)
      return text()
    case 4:
      fields[0] = 'ff'
      return text()
    case 5:
      fields[3] = drawOne(random, ['1', '0g', 'x1'])
      return text()
    case 6:
      return `${text()}-${drawOne(random, ['00', '1', 'shop'])}`
    case 7:
      fields[0] = drawOne(random, ['01', '0a', 'cc'])
      return `${text()}-${drawOne(random, ['00', 'more'])}`
    case 8:
      fields[3] = drawOne(random, ['ff', '09', '80'])
      return text()
    default:
      return text()
  }
}

const vendors = ['rojo', 'congo', 'acme', 'fern', 'blue'] as const

function drawTracestate(random: Random): string {
  const first = drawOne(random, vendors)
  const second = drawOne(
    random,
    vendors.filter((vendor) => vendor !== first),
  )
  const value = createSpanId(random)
  const other = `${second}=t61rcWkgMzE`
  const bad = drawOne(random, [
    `${first.toUpperCase()}=${value}`,
    `${first}.shop=${value}`,
    `7${first}=${value}`,
    `${first}=${value}=1`,
    `${first}=é${value}`,
    `${first}=`,
    `${first}:${value}`,
    value,
    `${second}=${value}`,
  ])
  const good = drawOne(random, [
    `${first}=${value}`,
    `${first}@${second}=${value}`,
    `7${first}@${second}=${value}`,
    `${first}=a:${value};b:2`,
    `${first}-shop/eu*=${value}`,
    `ot=th:${drawOne(random, ['c', 'e', 'fd7'])},${first}=${value}`,
  ])
  const member = random.next() < 0.65 ? bad : good
  const glue = drawOne(random, [',', ', ', ',,'])
  // A duplicate is found at its second place, so the bad member comes last.
  return [other, member].join(glue)
}

function drawBaggage(random: Random): string {
  const user = drawWhole(random, 100, 999)
  const bad = drawOne(random, [
    'shop/variant=one-page',
    'shop variant=one-page',
    'shop.variant[0]=one-page',
    'shop.greeting=good morning',
    'shop.note="fragile"',
    'shop.path=a\\b',
    'shop.variant',
    'shop.variant:one-page',
    `shop.basket=${user};ttl@=5`,
    `shop.basket=${user};note=two words`,
  ])
  const good = drawOne(random, [
    'shop.variant=one-page',
    'shop.variant=',
    'shop.query=size=large',
    'shop.greeting=good%20morning',
    `shop.basket=${user};ttl=5;private`,
    'SHOP_VARIANT=One-Page',
    `shop.basket = ${user}`,
  ])
  const members = [`shop.tier=${drawOne(random, ['gold', 'free'])}`, random.next() < 0.65 ? bad : good]
  return (random.next() < 0.5 ? members : members.toReversed()).join(drawOne(random, [',', ', ']))
}

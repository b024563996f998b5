import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostOwnRequests, readRequests } from '@/lib/simulators/cardinality/own-requests'
import { readTrace } from '@/lib/simulators/trace-explorer/own-trace'

describe('a trace that was typed', () => {
  const root = '1 - SERVER 0 100 GET /cart'

  test('has its spans in the order of its lines, parents by their ids', () => {
    const own = readTrace(`${root}\n2 1 CLIENT 10 60 GET\nx 2 INTERNAL 20 50 wait`)!
    expect(own.spans.map(({ name, kind, startMs, endMs }) => [name, kind, startMs, endMs])).toEqual([
      ['GET /cart', 'SERVER', 0, 100],
      ['GET', 'CLIENT', 10, 60],
      ['wait', 'INTERNAL', 20, 50],
    ])
    expect(own.spans.map(({ parentSpanId }) => parentSpanId)).toEqual([
      '',
      own.spans[0]!.spanId,
      own.spans[1]!.spanId,
    ])
  })

  test.each([
    ['http:404', 'UNSET'],
    ['http:503', 'ERROR'],
    ['http:503, Ok', 'OK'],
    ['Ok, http:503', 'OK'],
    ['Error, Unset', 'ERROR'],
    ['exception', 'UNSET'],
    ['http:none', 'ERROR'],
  ])('after %s a SERVER span is %s', (steps, status) => {
    const own = readTrace(`${root} | ${steps}`)!
    expect(own.spans[0]!.status).toBe(status)
    expect(own.steps).toHaveLength(steps.split(', ').length)
    expect(own.logs).toHaveLength(steps === 'exception' ? 1 : 0)
  })

  test.each([
    ['nothing', ''],
    ['no root', '1 2 SERVER 0 100 a'],
    ['two roots', `${root}\n2 - SERVER 0 100 b`],
    ['a parent behind its child', `${root}\n2 3 CLIENT 0 1 b\n3 1 CLIENT 0 1 c`],
    ['an id twice', `${root}\n1 1 CLIENT 0 1 b`],
    ['an end before its start', '1 - SERVER 9 1 a'],
    ['no kind of ours', '1 - ROBOT 0 1 a'],
    ['no name', '1 - SERVER 0 1 '],
    ['a step that there is not', `${root} | later`],
    ['a response of a span that has none', '1 - INTERNAL 0 1 a | http:200'],
    [
      'too many spans',
      Array.from({ length: 41 }, (_, at) => (at ? `${at} 0 CLIENT 0 1 a` : '0 - SERVER 0 1 a')).join('\n'),
    ],
  ])('%s is refused', (_, text) => {
    expect(readTrace(text)).toBeNull()
  })
})

describe('requests that were typed', () => {
  test('keep their order', () => {
    expect(readRequests('/cart 200, /orders/{id} 500')).toEqual([
      { route: '/cart', status: 200 },
      { route: '/orders/{id}', status: 500 },
    ])
  })

  test.each([
    '',
    'cart 200',
    '/cart',
    '/cart 418',
    '/cart 200,/cart 200',
    '/cart 200, ',
    Array(mostOwnRequests + 1)
      .fill('/a 200')
      .join(', '),
  ])('“%s” is refused', (text) => {
    expect(readRequests(text)).toBeNull()
  })
})

test('whatever is typed is read or refused, and never throws', () => {
  const near = fc.array(fc.constantFrom(...'12 -\n|,:/{}aGET SERVER http Ok 200'), { maxLength: 80 })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        near.map((signs) => signs.join('')),
      ),
      (text) => {
        expect([readTrace(text), readRequests(text)]).toHaveLength(2)
      },
    ),
    { numRuns: 2000 },
  )
})

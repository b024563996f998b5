import { describe, expect, test } from 'vitest'
import {
  checkViews,
  defaultBoundaries,
  type Instrument,
  matchesView,
  streamsOf,
  type View,
} from '@/lib/engine'

const duration: Instrument = {
  name: 'http.server.request.duration',
  kind: 'histogram',
  unit: 's',
  meter: 'http',
  advice: { boundaries: [0.1, 1], attributeKeys: ['http.route'] },
}

describe('an instrument', () => {
  test('without a view makes one stream, as its author advises', () => {
    expect(streamsOf(duration, [])).toMatchObject([
      {
        name: 'http.server.request.duration',
        unit: 's',
        aggregation: { kind: 'explicit_bucket_histogram', boundaries: [0.1, 1] },
        keptKeys: ['http.route'],
        cardinalityLimit: 2000,
      },
    ])
    expect(streamsOf({ name: 'h', kind: 'histogram' }, [])[0]!.aggregation).toEqual({
      kind: 'explicit_bucket_histogram',
      boundaries: defaultBoundaries,
    })
    expect(streamsOf({ name: 'g', kind: 'observable_gauge' }, [])[0]!.aggregation.kind).toBe('last_value')
    expect(streamsOf({ name: 'u', kind: 'up_down_counter' }, [])[0]!.aggregation.kind).toBe('sum')
  })

  test('makes one stream for each view that matches, and none for a drop', () => {
    const views: View[] = [
      { instrumentName: 'HTTP.*', stream: { attributeKeys: ['error.type'], cardinalityLimit: 10 } },
      {
        instrumentKind: 'histogram',
        stream: { aggregation: { kind: 'sum' }, excludedAttributeKeys: ['user.id'] },
      },
      { unit: 's', stream: { aggregation: { kind: 'drop' } } },
      { instrumentName: 'rpc.*', stream: {} },
    ]
    expect(streamsOf(duration, views, 500)).toMatchObject([
      { keptKeys: ['error.type'], excludedKeys: [], cardinalityLimit: 10 },
      { keptKeys: null, excludedKeys: ['user.id'], aggregation: { kind: 'sum' }, cardinalityLimit: 500 },
    ])
  })

  test('is silent where its only view drops it: no stream by default comes back', () => {
    expect(streamsOf(duration, [{ instrumentName: '*', stream: { aggregation: { kind: 'drop' } } }])).toEqual(
      [],
    )
  })

  test.each([
    ['http.server.request.duration', true],
    ['http.server.request.duratio?', true],
    ['*', true],
    ['*.duration', true],
    ['http', false],
    ['http.server.request.duration.', false],
    ['http?server?request?duration', true],
    ['http.server.request.duratio', false],
    ['[a-z.]*', false],
  ])('is matched by the name %s: %s', (instrumentName, matched) => {
    expect(matchesView({ instrumentName, stream: {} }, duration)).toBe(matched)
  })

  test('is matched only where every criterion holds', () => {
    expect(matchesView({ instrumentName: '*', meter: 'http', unit: 's', stream: {} }, duration)).toBe(true)
    expect(matchesView({ instrumentName: '*', meter: 'grpc', stream: {} }, duration)).toBe(false)
    expect(matchesView({ instrumentName: '*', instrumentKind: 'counter', stream: {} }, duration)).toBe(false)
  })
})

describe('a view', () => {
  test('that would give many instruments one name, selects none, or has a limit of nothing is told so', () => {
    expect(checkViews([{ instrumentName: 'a', stream: { name: 'b' } }])).toEqual([])
    expect(checkViews([{ instrumentName: 'a*', stream: { name: 'b' } }])).toEqual([
      'View 1 gives one name to all instruments that match a*',
    ])
    expect(checkViews([{ stream: {} }])).toEqual(['View 1 has no criterion that selects instruments'])
    expect(checkViews([{ unit: 's', stream: { cardinalityLimit: 0 } }])).toEqual([
      'View 1 has a cardinality limit that is not above 0',
    ])
  })
})

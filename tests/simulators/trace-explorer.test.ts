import * as conventions from '@opentelemetry/semantic-conventions/incubating'
import { describe, expect, test } from 'vitest'
import { traceExplorer } from '@/lib/simulators/trace-explorer'
import { functionKey } from '@/lib/simulators/trace-explorer/graph'
import type { Opened } from '@/lib/simulators/trace-explorer/opened'
import {
  details,
  fasters,
  pages,
  type TraceExplorerParams,
  tails,
  traceExplorerParams,
  troubles,
} from '@/lib/simulators/trace-explorer/params'
import { bucketWords, explorerSentence } from '@/lib/simulators/trace-explorer/sentence'
import { stages, type TraceExplorerView } from '@/lib/simulators/trace-explorer/view'

function viewAt(params: TraceExplorerParams, elapsedMs = traceExplorer.lastsMs): TraceExplorerView {
  const run = traceExplorer.start(params)
  run.advance(elapsedMs)
  return run.view()
}

const presetOf = (id: string) => traceExplorer.presets.find((preset) => preset.id === id)!
const plain = presetOf('queue-link').params
const mailersOf = ({ trace }: Opened) => trace!.rows.filter(({ service }) => service === 'mailer')

const expected: Record<string, string> = {
  chain: 'A free connection, before a query.',
  gap: 'In a gap that no span fills.',
  'off-path': 'Hardly or not at all.',
  parallel: 'As long as the slowest of them.',
  'n-plus-one': 'Many quick queries, one after another.',
  error: 'Only the deepest, where it began.',
  'queue-link': 'None: its trace is another one.',
  'queue-parent': 'No: it is beside the path.',
  dangling: 'Few: they were chosen before.',
  functions: 'Next to nothing.',
}

describe('a preset', () => {
  test.each(traceExplorer.presets)('$id keeps to the schema', ({ params }) => {
    expect(traceExplorerParams.safeParse(params)).toEqual({ success: true, data: params })
  })

  test.each(traceExplorer.presets)('$id shows what it says, on its own seed and on others', (preset) => {
    for (const seed of [preset.params.seed, 1, 2, 3, 4, 5, 6, 8]) {
      const view = viewAt({ ...preset.params, seed })
      const holding = preset.prediction.options.filter((option) => option.holds(view))
      expect(
        holding.map(({ text }) => text),
        `seed ${seed}`,
      ).toEqual([expected[preset.id]])
    }
  })
})

describe('any setting', () => {
  const all = pages.flatMap((page) =>
    troubles.flatMap((trouble) =>
      details.flatMap((detail) =>
        tails.flatMap((tail) =>
          fasters.flatMap((faster) =>
            (['link', 'parent'] as const).map((queue) => ({
              ...{ seed: 3, page, trouble, detail, tail, faster, queue, trace: '' },
            })),
          ),
        ),
      ),
    ),
  )

  test('has a request to open and something to say at every stage', () => {
    for (const params of all) {
      const run = traceExplorer.start(params)
      for (const stage of stages) {
        const view = run.view()
        run.advance(traceExplorer.stepMs)
        expect(view.stage).toBe(stage)
        expect(explorerSentence(view, view.staged, params)).toMatch(/[.!?]$/)
      }
    }
  })

  test('is prepared in pieces, and comes to the same picture', () => {
    const params = { ...presetOf('off-path').params, seed: 4321 }
    const work = traceExplorer.prepare!(params, traceExplorer.lastsMs)
    const shares: number[] = []
    let piece = work.next()
    for (; !piece.done; piece = work.next()) shares.push(piece.value)
    expect(shares.length).toBeGreaterThan(40)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    const [prepared, started] = [piece.value.view(), viewAt(params)]
    expect(prepared.stage).toBe('log')
    expect(prepared.heat).toEqual(started.heat)
    expect(prepared.staged).toEqual(started.staged)
  })

  test('gives the same picture twice', () => {
    const params = presetOf('chain').params
    const seen = (view: TraceExplorerView) => [view.heat, view.staged]
    const first = seen(viewAt(params))
    viewAt({ ...params, seed: 99 })
    expect(seen(viewAt(params))).toEqual(first)
  })
})

describe('the histogram', () => {
  test('counts every request, whatever the tail sampler keeps', () => {
    const requests = (tail: TraceExplorerParams['tail']) =>
      viewAt({ ...plain, tail })
        .heat.counts.flat()
        .reduce((sum, count) => sum + count, 0)
    expect(requests('all')).toBeGreaterThan(100)
    expect(requests('tenth')).toBe(requests('all'))
  })

  test('has exemplars only of requests in their own bucket, at most one for each series', () => {
    const { heat } = viewAt(presetOf('error').params)
    const places = heat.marks.map(({ column, bucket, failed }) => `${column} ${bucket} ${failed}`)
    expect(new Set(places).size).toBe(places.length)
    for (const { bucket, value, column } of heat.marks) {
      expect(value).toBeLessThanOrEqual(heat.boundaries[bucket] ?? Number.POSITIVE_INFINITY)
      expect(value).toBeGreaterThan(heat.boundaries[bucket - 1] ?? 0)
      expect(heat.counts[column]![bucket]).toBeGreaterThan(0)
    }
  })

  test('leads to the very request that an exemplar was measured in', () => {
    const view = viewAt(plain)
    for (const mark of view.heat.marks) {
      const { trace } = view.open(mark)
      const root = trace!.rows[0]!.span
      expect(trace!.traceId).toBe(mark.traceId)
      expect(root.spanId).toBe(mark.spanId)
      expect((root.endMs - root.startMs) / 1000).toBeCloseTo(mark.value, 9)
    }
  })

  test('names its buckets by their bounds', () => {
    const boundaries = [0.005, 0.5, 2.5]
    expect([0, 1, 2, 3].map((bucket) => bucketWords(boundaries, bucket))).toEqual([
      'up to 5 ms',
      'over 5 ms, up to 500 ms',
      'over 500 ms, up to 2.5 s',
      'over 2.5 s',
    ])
  })
})

describe('the tail sampler', () => {
  test('leaves errors and slow requests, and exemplars that dangle', () => {
    const { heat, open } = viewAt({ ...presetOf('error').params, tail: 'some' })
    expect(heat.marks.some(({ failed }) => failed)).toBe(true)
    for (const mark of heat.marks) {
      if (mark.failed || mark.value > 1) expect(mark.linked).toBe(true)
      expect(open(mark).trace === null).toBe(!mark.linked)
    }
    expect(heat.marks.some(({ linked }) => !linked)).toBe(true)
  })

  test('keeps for its latency what only a late consumer made long', () => {
    const kept = (queue: TraceExplorerParams['queue']) =>
      viewAt({ ...plain, tail: 'some', queue }).heat.marks.filter(({ linked }) => linked).length
    expect(kept('parent')).toBeGreaterThan(kept('link') * 2)
  })
})

describe('the same request', () => {
  test('takes as long whichever spans are made of it, and its path is as long as it', () => {
    const opened = details.map((detail) => viewAt({ ...presetOf('chain').params, detail }).staged)
    const [calls, waits, functions] = opened.map(({ trace }) => trace!)
    expect(waits!.rootMs).toBe(calls!.rootMs)
    expect(functions!.rootMs).toBe(calls!.rootMs)
    expect(waits!.rows.length).toBeGreaterThan(calls!.rows.length)
    expect(functions!.rows.length).toBeGreaterThan(3 * calls!.rows.length)
    for (const trace of [calls!, waits!, functions!])
      expect(trace.shares.reduce((sum, { ms }) => sum + ms, 0)).toBeCloseTo(trace.rootMs, 6)
    expect(calls!.rows.some(({ span }) => functionKey in span.attributes)).toBe(false)
  })

  test('has the mailer in its trace or in one that links to it, and is the same request', () => {
    const [linked, child] = (['link', 'parent'] as const).map((queue) => viewAt({ ...plain, queue }).staged)
    expect(child!.mark.traceId).toBe(linked!.mark.traceId)
    expect(mailersOf(linked!)).toEqual([])
    expect(mailersOf(child!)).toHaveLength(1)
    expect(child!.linkedTrace).toBeNull()
    const other = linked!.linkedTrace!
    expect(other.traceId).not.toBe(linked!.mark.traceId)
    expect(other.rows[0]!.span.links[0]!.traceId).toBe(linked!.mark.traceId)
    const producer = child!.trace!.rows[mailersOf(child!)[0]!.parent]!
    expect(producer.span.kind).toBe('PRODUCER')
  })

  test('that waits for a connection says so in the span of its wait', () => {
    const { trace, log } = viewAt(presetOf('chain').params).staged
    expect(log!.record.body).toBe('waited long for a connection')
    expect(trace!.rows[log!.row]!.span.name).toBe('wait for a connection')
    const without = viewAt(presetOf('gap').params).staged
    expect(without.trace!.rows[without.log!.row]!.span.kind).toBe('SERVER')
  })

  test('gets faster by what is saved on its path, and by nothing beside it', () => {
    const pricing = viewAt({ ...plain, page: 'product', faster: 'pricing' }).staged
    expect(pricing.beforeMs! - pricing.trace!.rootMs).toBeGreaterThan(20)
    const reviews = viewAt(presetOf('off-path').params).staged
    expect(reviews.beforeMs! - reviews.trace!.rootMs).toBeLessThan(10)
  })
})

test('every name that a span shows is one of today’s semantic conventions', () => {
  const known = new Set<unknown>(Object.values(conventions))
  for (const { params } of traceExplorer.presets) {
    const view = viewAt({ ...params, tail: 'all' })
    for (const { span } of view.staged.trace!.rows)
      for (const name of [...Object.keys(span.attributes), ...Object.keys(span.resource)])
        expect(known, name).toContain(name)
  }
})

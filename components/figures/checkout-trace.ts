import { criticalPath as pathOfSpans } from '@/lib/engine/trace/critical-path'

/** The slow checkout of lesson 1. Times are milliseconds since the root span started. */
export interface TraceSpan {
  id: string
  parent: string | null
  service: string
  name: string
  kind: 'SERVER' | 'CLIENT' | 'INTERNAL' | 'PRODUCER'
  start: number
  end: number
}

export const traceId = '7c9e2f41d8ab4e06935f1b2ac4d0e8f7'

const row = (
  id: string,
  parent: string | null,
  service: string,
  kind: TraceSpan['kind'],
  name: string,
  start: number,
  end: number,
): TraceSpan => ({ id, parent, service, kind, name, start, end })

export const checkoutTrace: readonly TraceSpan[] = [
  row('1f0a6c3be29d4857', null, 'web', 'SERVER', 'POST /checkout', 0, 2100),
  row('a3d1579c0e42b86f', '1f0a6c3be29d4857', 'web', 'CLIENT', 'POST', 8, 2092),
  row('52b8e0f41c7d936a', 'a3d1579c0e42b86f', 'checkout', 'SERVER', 'POST /orders', 14, 2086),
  row('9e64c02d7fb1a835', '52b8e0f41c7d936a', 'checkout', 'CLIENT', 'POST', 18, 50),
  row('c8170d5ae3964fb2', '9e64c02d7fb1a835', 'inventory', 'SERVER', 'POST /reservations', 21, 47),
  row('e05b92c6418fd37a', '52b8e0f41c7d936a', 'checkout', 'CLIENT', 'POST', 54, 2072),
  row('3fa7816d95ec20b4', 'e05b92c6418fd37a', 'payment', 'SERVER', 'POST /charges', 60, 2066),
  row('6d2c9be1074fa853', '3fa7816d95ec20b4', 'payment', 'INTERNAL', 'wait for connection', 62, 1862),
  row('b41f73a8c6e0259d', '3fa7816d95ec20b4', 'payment', 'CLIENT', 'SELECT cards', 1864, 1874),
  row('2ae98c50f7d1463b', '3fa7816d95ec20b4', 'payment', 'CLIENT', 'POST (card company)', 1876, 2046),
  row('84d6b3170c9f5ea2', '3fa7816d95ec20b4', 'payment', 'CLIENT', 'UPDATE charges', 2048, 2060),
  row('07c5ea9142d8bf36', '52b8e0f41c7d936a', 'checkout', 'PRODUCER', 'send order-confirmations', 2074, 2082),
]

export interface PathPart {
  span: string
  start: number
  end: number
}

/** The critical path of a drawn trace, by the engine's rule: in order of time, together as long as the root. */
export function criticalPath(spans: readonly TraceSpan[]): PathPart[] {
  const { parts } = pathOfSpans(
    spans.map(({ id, parent, kind, start, end }) => ({
      spanId: id,
      parentSpanId: parent ?? '',
      kind,
      startMs: start,
      endMs: end,
    })),
  )
  return parts.map(({ span, startMs, endMs }) => ({ span: spans[span]!.id, start: startMs, end: endMs }))
}

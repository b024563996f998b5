import { type CriticalPath, criticalPath, pathTimes } from '../../engine/trace/critical-path'
import type { LogRecord } from '../../engine/traffic/logs'
import type { Span } from '../../engine/traffic/span'

/** A span in its place in the waterfall. */
export interface TraceRow {
  readonly span: Span
  /** Value of `service.name`. */
  readonly service: string
  /** 0 for the root. */
  readonly depth: number
  /** Position of the parent's row; -1 for the root. */
  readonly parent: number
  readonly children: number
  /** How long the request waited for this span alone, in ms. */
  readonly pathMs: number
  /** Records that were written while the span was the active one, in the order of time. */
  readonly logs: readonly LogRecord[]
}

/** Spans of one name and service, and what they take of the critical path together. */
export interface PathShare {
  readonly service: string
  readonly name: string
  readonly kind: Span['kind']
  readonly spans: number
  readonly ms: number
  /** Position of the one of them that takes most. */
  readonly row: number
}

/** A trace as a backend shows it: parents before their children, siblings by their start. */
export interface OpenTrace {
  readonly traceId: string
  readonly startMs: number
  /** The root's duration in ms: what the caller waited. */
  readonly rootMs: number
  /** From the root's start to the end of whatever ended last, in ms. */
  readonly wholeMs: number
  readonly rows: readonly TraceRow[]
  /** Its positions are those of `rows`. */
  readonly path: CriticalPath
  /** What the path goes through, the largest first. */
  readonly shares: readonly PathShare[]
}

/** Arranges the spans of one trace and hangs the logs on them. Null where there is no root. */
export function openTrace(spans: readonly Span[], logs: readonly LogRecord[]): OpenTrace | null {
  const placed = place(spans)
  if (placed.length === 0) return null
  const ordered = placed.map(({ span }) => span)
  const path = criticalPath(ordered)
  const times = pathTimes(path, ordered.length)
  const rows = placed.map((row, at) => ({
    ...row,
    service: String(row.span.resource['service.name']),
    pathMs: times[at]!,
    logs: logs
      .filter(({ spanId }) => spanId === row.span.spanId)
      .sort((one, other) => one.timeMs - other.timeMs),
  }))
  const root = ordered[0]!
  return {
    traceId: root.traceId,
    startMs: root.startMs,
    rootMs: root.endMs - root.startMs,
    wholeMs: Math.max(...ordered.map(({ endMs }) => endMs)) - root.startMs,
    rows,
    path,
    shares: sharesOf(rows),
  }
}

function place(spans: readonly Span[]): Pick<TraceRow, 'span' | 'depth' | 'parent' | 'children'>[] {
  const root = spans.find(({ parentSpanId }) => parentSpanId === '')
  if (root === undefined) return []
  const children = new Map<string, Span[]>()
  for (const span of spans) {
    const siblings = children.get(span.parentSpanId)
    if (siblings) siblings.push(span)
    else children.set(span.parentSpanId, [span])
  }
  const rows: Pick<TraceRow, 'span' | 'depth' | 'parent' | 'children'>[] = []
  const add = (span: Span, depth: number, parent: number) => {
    const own = (children.get(span.spanId) ?? []).sort((one, other) => one.startMs - other.startMs)
    const at = rows.length
    rows.push({ span, depth, parent, children: own.length })
    for (const child of own) add(child, depth + 1, at)
  }
  add(root, 0, -1)
  return rows
}

function sharesOf(rows: readonly TraceRow[]): PathShare[] {
  const shares = new Map<string, PathShare>()
  for (const [row, { span, service, pathMs: ms }] of rows.entries()) {
    if (ms === 0) continue
    const key = `${service} ${span.kind} ${span.name}`
    const before = shares.get(key)
    shares.set(key, {
      ...{ service, name: span.name, kind: span.kind },
      spans: (before?.spans ?? 0) + 1,
      ms: (before?.ms ?? 0) + ms,
      row: before && rows[before.row]!.pathMs >= ms ? before.row : row,
    })
  }
  return [...shares.values()].sort((one, other) => other.ms - one.ms)
}

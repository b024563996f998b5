import { spanKinds } from '../../span-kind'
import { tracesSize } from './proto-size'
import type { AttributeCodes, SpanColumns } from './span-columns'
import type { ResourceSpansData, SpanAttributes, SpanAttributeValue, SpanData } from './span-data'
import type { LocatedSpan, SpanTable } from './trace-view'

type Test = (value: SpanAttributeValue) => boolean

const unknown = 0
const no = 1
const yes = 2

const statuses = ['UNSET', 'OK', 'ERROR'] as const

/** Answers of a test by small number, each asked once. */
class Answers {
  private known = new Uint8Array(64)

  constructor(private readonly ask: (index: number) => boolean) {}

  get(index: number): boolean {
    const answer = index < this.known.length ? this.known[index] : unknown
    return answer === unknown ? this.learn(index) : answer === yes
  }

  private learn(index: number): boolean {
    if (index >= this.known.length) {
      const wider = new Uint8Array(Math.max(index + 1, this.known.length * 2))
      wider.set(this.known)
      this.known = wider
    }
    const answer = this.ask(index)
    this.known[index] = answer ? yes : no
    return answer
  }
}

/** A table over columns. A test on an attribute runs once per distinct value, not once per span. */
export class ColumnTable implements SpanTable {
  constructor(private readonly spans: SpanColumns) {}

  // The columns are replaced when their owner grows, so they are taken afresh for every trace.
  get status(): ArrayLike<number> {
    return this.spans.status
  }

  get start(): ArrayLike<number> {
    return this.spans.start
  }

  get end(): ArrayLike<number> {
    return this.spans.end
  }

  attributeTest(key: string, onSpan: Test, onResource: Test): (row: number) => boolean {
    const { spans } = this
    const passes = (attributes: SpanAttributes | undefined, test: Test) =>
      attributes !== undefined && Object.hasOwn(attributes, key) && test(attributes[key]!)
    const ofResource = new Answers((index) => passes(spans.catalog.resources[index]?.attributes, onResource))
    const ofOperation = new Answers((index) => passes(spans.catalog.operations[index]?.attributes, onSpan))
    let column: AttributeCodes | undefined
    const ofCode = new Answers((code) => {
      const value = column?.decode(code)
      return value !== undefined && onSpan(value)
    })
    return (row) => {
      if (ofResource.get(spans.resource[row]!)) return true
      column ??= spans.columns.find((candidate) => candidate.key === key)
      const code = column === undefined ? 0 : column.codes[row]!
      return code > 0 ? ofCode.get(code) : ofOperation.get(spans.operation[row]!)
    }
  }

  flags(row: number): number {
    return this.spans.traceFlags[this.spans.trace[row]!] ?? 0
  }

  traceState(): string {
    return ''
  }

  locate(row: number): LocatedSpan {
    const span = this.materialise(row)
    const attributes = this.spans.catalog.resources[this.spans.resource[row]!]?.attributes ?? {}
    return { span, resourceSpans: { attributes, spans: [span] } }
  }

  sizeBytes(rows: ArrayLike<number> | null, from: number, to: number): number {
    const groups: ResourceSpansData[] = []
    for (let at = from; at < to; at += 1)
      groups.push(this.locate(rows === null ? at : rows[at]!).resourceSpans)
    return tracesSize(groups)
  }

  private materialise(row: number): SpanData {
    const { spans } = this
    const operation = spans.catalog.operations[spans.operation[row]!]
    const attributes: Record<string, SpanAttributeValue> = { ...operation?.attributes }
    for (const column of spans.columns) {
      const value = column.decode(column.codes[row]!)
      if (value !== undefined) attributes[column.key] = value
    }
    const trace = spans.trace[row]!
    const words = [0, 1, 2, 3].map((index) =>
      (spans.traceIds[4 * trace + index]! >>> 0).toString(16).padStart(8, '0'),
    )
    return {
      traceId: words.join(''),
      parentSpanId: spans.parent[row]! < 0 ? '' : 'ffffffffffffffff',
      name: operation?.name ?? '',
      kind: spanKinds[spans.kind[row]!] ?? 'INTERNAL',
      status: statuses[spans.status[row]!] ?? 'UNSET',
      startMs: spans.start[row]!,
      endMs: spans.end[row]!,
      flags: this.flags(row),
      attributes,
    }
  }
}

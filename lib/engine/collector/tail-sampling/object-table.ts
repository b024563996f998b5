import { tracesSize } from './proto-size'
import type { ResourceSpansData, SpanAttributeValue } from './span-data'
import type { LocatedSpan, SpanTable, TraceView } from './trace-view'

const statusCodes = { UNSET: 0, OK: 1, ERROR: 2 } as const

/** A table over plain objects. It holds one trace at a time: `show` replaces the rows. */
export class ObjectTable implements SpanTable {
  readonly status: number[] = []
  readonly start: number[] = []
  readonly end: number[] = []
  private located: LocatedSpan[] = []
  private groups: readonly ResourceSpansData[] = []
  private readonly view: TraceView = {
    rows: null,
    from: 0,
    to: 0,
    spanCount: 0,
    sizeBytes: -1,
    idWords: [],
    idAt: 0,
  }

  /**
   * Puts a trace into the rows and returns the view of it, valid until the next call.
   *
   * @param idWords the trace id as four 32-bit words.
   * @param spanCount spans received, where it is not the number of rows.
   */
  show(
    groups: readonly ResourceSpansData[],
    idWords: ArrayLike<number>,
    spanCount?: number,
    sizeBytes?: number,
  ): TraceView {
    this.groups = groups
    this.located = groups.flatMap((resourceSpans) =>
      resourceSpans.spans.map((span) => ({ span, resourceSpans })),
    )
    for (const [row, { span }] of this.located.entries()) {
      this.status[row] = statusCodes[span.status ?? 'UNSET']
      this.start[row] = span.startMs ?? 0
      this.end[row] = span.endMs ?? 0
    }
    this.view.to = this.located.length
    this.view.spanCount = spanCount ?? this.located.length
    this.view.sizeBytes = sizeBytes ?? -1
    this.view.idWords = idWords
    return this.view
  }

  attributeTest(
    key: string,
    onSpan: (value: SpanAttributeValue) => boolean,
    onResource: (value: SpanAttributeValue) => boolean,
  ): (row: number) => boolean {
    return (row) => {
      const { span, resourceSpans } = this.located[row]!
      const { attributes } = resourceSpans
      if (attributes && Object.hasOwn(attributes, key) && onResource(attributes[key]!)) return true
      return (
        span.attributes !== undefined && Object.hasOwn(span.attributes, key) && onSpan(span.attributes[key]!)
      )
    }
  }

  flags(row: number): number {
    return this.located[row]!.span.flags ?? 0
  }

  traceState(row: number): string {
    return this.located[row]!.span.traceState ?? ''
  }

  locate(row: number): LocatedSpan {
    return this.located[row]!
  }

  sizeBytes(): number {
    return tracesSize(this.groups)
  }
}

/** A trace id of up to 32 hex digits as four big-endian 32-bit words; what is not hex counts as zero. */
export function traceIdWords(traceId: string): [number, number, number, number] {
  const digits = traceId.padStart(32, '0')
  const word = (at: number) => Number.parseInt(digits.slice(at, at + 8), 16) >>> 0
  return [word(0), word(8), word(16), word(24)]
}

import type { SpanBatch } from '../../engine/traffic/span-batch'

/**
 * Makes a child of every consumer that only links to its producer: what the same run would have been, had the
 * consumers taken the context of their message as their parent. Changes the batch.
 *
 * The generator writes a consumer's trace right behind the one that sent the message, so that the rows of the joined
 * trace lie together as they are.
 */
export function joinConsumers(batch: SpanBatch): SpanBatch {
  for (let link = 0; link < batch.linkCount; link += 1)
    batch.parent[batch.linkFrom[link]!] = batch.linkTo[link]!
  batch.linkCount = 0
  let traces = 0
  for (let trace = 0; trace < batch.traceCount; trace += 1) {
    const first = batch.firstSpan[trace]!
    const end = batch.firstSpan[trace + 1]!
    const joins = batch.parent[first]! >= 0
    if (!joins) {
      batch.traceIds.copyWithin(4 * traces, 4 * trace, 4 * trace + 4)
      batch.traceFlags[traces] = batch.traceFlags[trace]!
      batch.firstSpan[traces] = first
      traces += 1
    }
    batch.trace.fill(traces - 1, first, end)
  }
  batch.firstSpan[traces] = batch.spanCount
  batch.traceCount = traces
  return batch
}

import type { Next, Report, Stage } from './stage'
import type { TelemetryItem } from './telemetry-item'

export interface BatchSettings {
  /** Sent as soon as there are so many; 0 sends everything at once. */
  readonly sendBatchSize: number
  /** The most in one request; 0 is no limit. */
  readonly sendBatchMaxSize: number
  /** Sent after so long in any case; 0 does not wait. */
  readonly timeoutMs: number
}

/** Source: opentelemetry-collector processor/batchprocessor/factory.go. */
export function batchSettings(given: { readonly [key: string]: unknown }): BatchSettings {
  const number = (key: string, fallback: number) => (typeof given[key] === 'number' ? given[key] : fallback)
  return {
    sendBatchSize: number('send_batch_size', 8192),
    sendBatchMaxSize: number('send_batch_max_size', 0),
    timeoutMs: number('timeout', 200),
  }
}

/**
 * The batch processor. It says yes before it has handed anything on: what is refused later has nobody left to send it
 * again, and is lost: the whole batch, since one error does not say which part of it went through. The request that brought an item ends here, and with it the client's address.
 *
 * Source: opentelemetry-collector processor/batchprocessor/batch_processor.go.
 */
export function createBatch(settings: BatchSettings, report: Report, next: Next): Stage {
  let waiting: TelemetryItem[] = []
  /** When the first of `waiting` came, or the last batch was sent. */
  let sinceMs = 0

  function flush(nowMs: number, all: boolean): void {
    while (waiting.length > 0 && (all || waiting.length >= Math.max(1, settings.sendBatchSize))) {
      const most = settings.sendBatchMaxSize > 0 ? settings.sendBatchMaxSize : waiting.length
      const batch = waiting.slice(0, most)
      const answer = next(batch, nowMs)
      waiting = waiting.slice(batch.length)
      sinceMs = nowMs
      if (answer === null) continue
      const why = `${answer}; batch has already said yes to the sender`
      for (const item of batch) report({ fate: 'lost', why, before: item, after: null })
    }
  }

  return {
    get held() {
      return waiting.length
    },
    advance(nowMs) {
      flush(nowMs, nowMs - sinceMs >= settings.timeoutMs)
    },
    consume(items, nowMs) {
      if (waiting.length === 0) sinceMs = nowMs
      for (const item of items) waiting.push({ ...item, peer: null })
      flush(nowMs, settings.timeoutMs === 0)
      return null
    },
  }
}

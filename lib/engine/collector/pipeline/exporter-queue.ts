import { sectionIn } from './given'
import type { Answer, Report, Stage } from './stage'
import type { TelemetryItem } from './telemetry-item'

/** Settings of the exporter helper that every network exporter shares; times in milliseconds. */
export interface ExporterSettings {
  readonly queue: {
    readonly enabled: boolean
    readonly numConsumers: number
    /** In `sizer`'s unit. */
    readonly size: number
    readonly sizer: 'requests' | 'items'
    readonly blockOnOverflow: boolean
  }
  readonly retry: {
    readonly enabled: boolean
    readonly initialMs: number
    readonly maxMs: number
    /** Given up after so long; 0 is never. */
    readonly maxElapsedMs: number
    readonly multiplier: number
    /** Share by which a pause is varied either way. */
    readonly jitter: number
  }
}

/** Source: opentelemetry-collector exporter/exporterhelper/README.md, config/configretry/backoff.go. */
export function exporterSettings(given: { readonly [key: string]: unknown }): ExporterSettings {
  const number = (from: { readonly [name: string]: unknown }, key: string, fallback: number) =>
    typeof from[key] === 'number' ? from[key] : fallback
  const queue = sectionIn(given.sending_queue)
  const retry = sectionIn(given.retry_on_failure)
  return {
    queue: {
      enabled: queue.enabled !== false,
      numConsumers: number(queue, 'num_consumers', 10),
      size: number(queue, 'queue_size', 1000),
      sizer: queue.sizer === 'items' ? 'items' : 'requests',
      blockOnOverflow: queue.block_on_overflow === true,
    },
    retry: {
      enabled: retry.enabled !== false,
      initialMs: number(retry, 'initial_interval', 5000),
      maxMs: number(retry, 'max_interval', 30_000),
      maxElapsedMs: number(retry, 'max_elapsed_time', 300_000),
      multiplier: number(retry, 'multiplier', 1.5),
      jitter: number(retry, 'randomization_factor', 0.5),
    },
  }
}

interface Request {
  readonly items: readonly TelemetryItem[]
  firstTryMs: number
  nextTryMs: number
  pauseMs: number
}

/**
 * The queue and the retries in front of a backend. A request that failed keeps its consumer until it is sent or given
 * up. Without a queue, and where `block_on_overflow` is on and it is full, each caller waits with its request: nothing is
 * lost in the Collector, and its memory grows.
 *
 * @param send whether the backend takes a request at that moment.
 * @param chance in [0, 1), for the jitter of a pause.
 *
 * Source: opentelemetry-collector exporter/exporterhelper (queue_sender.go, retry_sender.go).
 */
export class ExporterQueue implements Stage {
  private readonly queue: Request[] = []
  private readonly sending: Request[] = []
  private readonly blocked: Request[] = []
  /** Requests that failed at least once and will be tried again. */
  get retrying(): number {
    return this.sending.length
  }

  constructor(
    readonly settings: ExporterSettings,
    private readonly send: (nowMs: number) => boolean,
    private readonly chance: () => number,
    private readonly report: Report,
  ) {}

  get held(): number {
    const count = (requests: readonly Request[]) => requests.reduce((sum, { items }) => sum + items.length, 0)
    return count(this.queue) + count(this.sending) + count(this.blocked)
  }

  /** How full the queue is, in its own unit. */
  get queued(): number {
    const { sizer } = this.settings.queue
    return sizer === 'requests'
      ? this.queue.length
      : this.queue.reduce((sum, { items }) => sum + items.length, 0)
  }

  consume(items: readonly TelemetryItem[], nowMs: number): Answer {
    const { queue, retry } = this.settings
    const request = { items, firstTryMs: nowMs, nextTryMs: nowMs, pauseMs: retry.initialMs }
    if (!queue.enabled) {
      if (this.attempt(request, nowMs)) return null
      if (!retry.enabled) return 'the backend did not answer, and there is no queue to wait in'
      this.sending.push(request)
      return null
    }
    if (this.hasRoomFor(request)) this.queue.push(request)
    else if (queue.blockOnOverflow) this.blocked.push(request)
    else {
      for (const item of items) {
        this.report({ fate: 'refused', why: 'sending queue is full', before: item, after: null })
      }
      return 'sending queue is full'
    }
    this.advance(nowMs)
    return null
  }

  private hasRoomFor({ items }: Request): boolean {
    const { queue } = this.settings
    return queue.size - this.queued >= (queue.sizer === 'items' ? items.length : 1)
  }

  advance(nowMs: number): void {
    const { queue, retry } = this.settings
    for (let at = 0; at < this.sending.length; at += 1) {
      const request = this.sending[at]!
      if (request.nextTryMs > nowMs) continue
      if (this.attempt(request, nowMs) || this.isGivenUp(request, nowMs)) this.sending.splice(at--, 1)
    }
    for (;;) {
      while (this.blocked.length > 0 && this.hasRoomFor(this.blocked[0]!))
        this.queue.push(this.blocked.shift()!)
      if (this.queue.length === 0 || this.sending.length >= queue.numConsumers) return
      const request = this.queue.shift()!
      request.firstTryMs = nowMs
      if (this.attempt(request, nowMs)) continue
      if (retry.enabled) this.sending.push(request)
      else this.lose(request, 'the backend did not answer, and retry_on_failure is off')
    }
  }

  private attempt(request: Request, nowMs: number): boolean {
    if (this.send(nowMs)) {
      for (const item of request.items) {
        this.report({ fate: 'sent', why: 'the backend has it', before: item, after: item })
      }
      return true
    }
    const { retry } = this.settings
    const jitter = 1 + retry.jitter * (2 * this.chance() - 1)
    request.nextTryMs = nowMs + request.pauseMs * jitter
    request.pauseMs = Math.min(request.pauseMs * retry.multiplier, retry.maxMs)
    return false
  }

  private isGivenUp(request: Request, nowMs: number): boolean {
    const { maxElapsedMs } = this.settings.retry
    if (maxElapsedMs === 0 || nowMs - request.firstTryMs < maxElapsedMs) return false
    this.lose(request, 'no more retries left: max_elapsed_time has passed')
    return true
  }

  private lose(request: Request, why: string): void {
    for (const item of request.items) this.report({ fate: 'lost', why, before: item, after: null })
  }
}

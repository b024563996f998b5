import type { ItemSignal, TelemetryItem } from '../../engine/collector/pipeline/telemetry-item'
import type { MadeItem } from './traffic'

/** An SDK's queue; what does not fit is dropped. Source: specification/configuration/sdk-environment-variables.md. */
const longestQueue = 2048
const largestRequest = 512
/** After a refusal the clients wait so long before they try again. A real one waits longer each time. */
const pauseMs = 1000

/** What the applications' SDKs do with one signal: they send, keep what was refused, and in the end drop it. */
export class Sender {
  made = 0
  lost = 0
  private next = 0
  private waiting: TelemetryItem[] = []
  private notBeforeMs = 0

  constructor(
    readonly signal: ItemSignal,
    private readonly traffic: readonly MadeItem[],
    /** Null: nobody listens to this signal. Else whether the request was taken. */
    private readonly offer: ((items: readonly TelemetryItem[], nowMs: number) => boolean) | null,
  ) {}

  get waitingCount(): number {
    return this.waiting.length
  }

  advance(nowMs: number): void {
    while (this.next < this.traffic.length && this.traffic[this.next]!.atMs <= nowMs) {
      this.made += 1
      if (this.offer === null || this.waiting.length >= longestQueue) this.lost += 1
      else this.waiting.push(this.traffic[this.next]!.item)
      this.next += 1
    }
    if (this.offer === null || this.waiting.length === 0 || nowMs < this.notBeforeMs) return
    const refused: TelemetryItem[] = []
    for (const request of requestsOf(this.waiting)) if (!this.offer(request, nowMs)) refused.push(...request)
    this.waiting = refused
    if (refused.length > 0) this.notBeforeMs = nowMs + pauseMs
  }
}

/** Each instance sends for itself. */
function requestsOf(items: readonly TelemetryItem[]): TelemetryItem[][] {
  const byPeer = new Map<string | null, TelemetryItem[]>()
  for (const item of items) {
    const known = byPeer.get(item.peer)
    if (known) known.push(item)
    else byPeer.set(item.peer, [item])
  }
  return [...byPeer.values()].flatMap((all) => {
    const requests: TelemetryItem[][] = []
    for (let at = 0; at < all.length; at += largestRequest) requests.push(all.slice(at, at + largestRequest))
    return requests
  })
}

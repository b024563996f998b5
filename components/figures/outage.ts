export interface OutageSettings {
  /** How long the backend does not answer, in seconds. */
  seconds: number
  /** Batches that the pipeline hands to the exporter. */
  batchesPerSecond: number
  /** `queue_size`. A batch counts until it has left, so those in a consumer's hand count too. */
  queueSize: number
  /** `num_consumers`: each holds one batch and retries it. */
  consumers: number
  /** `max_elapsed_time`, after which a batch is given up. */
  giveUpSeconds: number
}

export interface Outage {
  /** Batches refused because the queue was full. */
  rejected: number
  /** Batches dropped because their retries took too long. */
  gaveUp: number
  /** When the batches that are left were made, in seconds since the outage began, oldest first. */
  left: number[]
  /** Batches in the queue at each whole second. */
  sizes: number[]
}

/**
 * An exporter's sending queue while nothing can be sent. It starts empty; the oldest batches go to the consumers.
 * Without the jitter of the retries, which moves single batches and not the sums.
 *
 * Source: opentelemetry-collector, exporter/exporterhelper (README.md, internal/queue, internal/retry_sender.go).
 */
export function simulateOutage(settings: OutageSettings): Outage {
  const waiting: number[] = []
  let held: { madeAt: number; since: number }[] = []
  const sizes: number[] = []
  let rejected = 0
  let gaveUp = 0
  const take = (now: number): void => {
    while (held.length < settings.consumers && waiting.length > 0)
      held.push({ madeAt: waiting.shift()!, since: now })
  }
  for (let batch = 0; batch < settings.seconds * settings.batchesPerSecond; batch += 1) {
    const now = batch / settings.batchesPerSecond
    const patient = held.filter(({ since }) => now - since < settings.giveUpSeconds)
    gaveUp += held.length - patient.length
    held = patient
    take(now)
    if (Number.isInteger(now)) sizes.push(waiting.length + held.length)
    if (waiting.length + held.length >= settings.queueSize) rejected += 1
    else waiting.push(now)
    take(now)
  }
  const left = [...held.map(({ madeAt }) => madeAt), ...waiting].sort((a, b) => a - b)
  return { rejected, gaveUp, left, sizes }
}

/** The twelve minutes of the lesson on the Collector, at one of the two gateways. */
export const twelveMinutes: OutageSettings = {
  seconds: 720,
  batchesPerSecond: 5,
  queueSize: 1000,
  consumers: 10,
  giveUpSeconds: 300,
}

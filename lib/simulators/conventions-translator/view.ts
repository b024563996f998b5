import { findName, type NameFinding, namesIn } from '../../engine/conventions/renames'
import { createRandom } from '../../engine/random'
import type { ConventionsParams, Emission } from './params'
import { meanOf, timesCounted } from './query'
import { emissionAt, type ServiceName, services } from './rollout'

/** The run lasts so long, in milliseconds. */
export const runMs = 12_000
/** The width of a bar of the timeline. */
export const barMs = 500
const requestsPerBar = 12

/** One request, as its service's instrumentation wrote it down. */
interface Request {
  readonly atMs: number
  readonly service: ServiceName
  readonly emission: Emission
  readonly seconds: number
}

/** What there was in a stretch of time, and what the query counts of it. */
export interface Bar {
  readonly fromMs: number
  readonly requests: number
  readonly counted: number
}

export interface ServiceView {
  readonly name: ServiceName
  /** What it writes now. */
  readonly emission: Emission
  readonly requests: number
  readonly counted: number
}

/** What there is to see at a moment of the run. */
export interface ConventionsView {
  readonly services: readonly ServiceView[]
  readonly bars: readonly Bar[]
  readonly requests: number
  /** Requests that the query counts once, not at all, and twice. */
  readonly right: number
  readonly missed: number
  readonly twice: number
  /** The mean duration as the query gives it, and as it is, in seconds; null where it asks for spans. */
  readonly mean: { readonly answered: number | null; readonly trueSeconds: number } | null
  readonly findings: readonly NameFinding[]
}

/** The whole run at once; a moment of it is a part of it. */
export function createConventionsView(params: ConventionsParams): (elapsedMs: number) => ConventionsView {
  const random = createRandom(params.seed)
  const bars = runMs / barMs
  const all: Request[] = Array.from({ length: bars * requestsPerBar }, (_, index) => {
    const atMs = ((index + random.next()) * barMs) / requestsPerBar
    const service = services[Math.floor(random.next() * services.length)]!
    // Around 300 ms, from a fast page to a slow one.
    const seconds = 0.3 * Math.exp((random.next() + random.next() - 1) * 0.9)
    return { atMs, service, emission: emissionAt(params, service, atMs), seconds }
  })
  const findings = namesIn(params.names).map(findName)
  const count = ({ emission }: Request) => timesCounted(params.query, emission)

  return (elapsedMs) => {
    const seen = all.filter(({ atMs }) => atMs <= elapsedMs)
    const counted = (requests: readonly Request[]) => requests.reduce((sum, each) => sum + count(each), 0)
    const total = seen.reduce((sum, { seconds }) => sum + seconds, 0)
    return {
      services: services.map((name) => {
        const own = seen.filter(({ service }) => service === name)
        return {
          name,
          emission: emissionAt(params, name, elapsedMs),
          requests: own.length,
          counted: counted(own),
        }
      }),
      bars: Array.from({ length: bars }, (_, index) => {
        const own = seen.filter(({ atMs }) => Math.floor(atMs / barMs) === index)
        return { fromMs: index * barMs, requests: own.length, counted: counted(own) }
      }),
      requests: seen.length,
      right: seen.filter((each) => count(each) === 1).length,
      missed: seen.filter((each) => count(each) === 0).length,
      twice: seen.filter((each) => count(each) === 2).length,
      mean: params.query.startsWith('metric')
        ? {
            answered: meanOf(
              params.query,
              seen.map(({ emission, seconds }) => ({ emission, value: seconds })),
            ),
            trueSeconds: seen.length === 0 ? 0 : total / seen.length,
          }
        : null,
      findings,
    }
  }
}

import type { Attributes } from '../../engine/attribute'
import { MetricStream } from '../../engine/metrics/metric-stream'
import { streamsOf } from '../../engine/metrics/view'
import type { Random } from '../../engine/random'
import { drawOne, drawSome, drawUnless, drawUntil, drawWhole } from '../draw'
import type { Generator } from '../generator'
import type { Problem } from '../problem'
import { moments } from '../simulator-moments'

const routeKey = 'http.route'
const statusKey = 'http.response.status_code'
const routes = ['/cart', '/checkout', '/search', '/plants/{id}', '/login', '/orders'] as const

interface Measurement {
  readonly route: string
  readonly status: number
}

interface Told {
  readonly limit: number
  readonly measurements: readonly Measurement[]
  /** Whether each measurement went into the overflow. */
  readonly overflowed: readonly boolean[]
  /** Requests with status 500 in the points that have a status. */
  readonly found: number
}

/** What goes into the overflow of a small limit, and what a query then shows. */
export const cardinalityOverflow: Generator<'cardinality-overflow'> = {
  name: 'cardinality-overflow',
  make(random, params) {
    const ask = drawUnless(random, params.ask, ['overflow', 'query', 'sets'] as const)
    const told = drawUntil(
      () => tell(drawWhole(random, 2, 4), drawMeasurements(random)),
      ({ overflowed, measurements, found }) => {
        const failed = measurements.filter(({ status }) => status === 500).length
        const over = overflowed.filter(Boolean).length
        return over > 0 && over < measurements.length && (ask !== 'query' || found < failed)
      },
    )
    return {
      ...(ask === 'overflow' ? askOverflow(told) : ask === 'query' ? askQuery(told) : askSets(told)),
      trace: null,
      simulator: {
        name: 'cardinality',
        params: {
          ...{ routePlace: 'metric', statusPlace: 'metric', instrument: 'counter' },
          ...{ limit: told.limit, limitRule: 'specification' },
          requests: told.measurements.map(({ route, status }) => `${route} ${status}`).join(', '),
        },
        atMs: moments.cardinality,
      },
    }
  },
}

function drawMeasurements(random: Random): Measurement[] {
  const some = drawSome(random, routes, 3)
  return Array.from({ length: drawWhole(random, 7, 10) }, () => ({
    route: drawOne(random, some),
    status: drawOne(random, [200, 200, 500]),
  }))
}

function tell(limit: number, measurements: readonly Measurement[]): Told {
  const name = 'http.server.request.duration'
  const [config] = streamsOf({ name, kind: 'counter' }, [
    { instrumentName: name, stream: { cardinalityLimit: limit } },
  ])
  const stream = new MetricStream(config!)
  const overflowed = measurements.map((measurement) => stream.record(1, attributesOf(measurement)) === 0)
  const found = stream
    .peek(0)
    .filter(({ attributes }) => attributes[statusKey] === 500)
    .reduce((sum, { value }) => sum + (value.kind === 'sum' ? value.value : 0), 0)
  return { limit, measurements, overflowed, found }
}

function attributesOf({ route, status }: Measurement): Attributes {
  return { [routeKey]: route, [statusKey]: status }
}

function scene({ limit, measurements }: Told): string {
  return [
    `A stream has a cardinality limit of ${limit} attribute sets; the overflow stands beside them, as the specification has it. It is told of these requests, in this order, and collected once at the end:`,
    measurements
      .map(({ route, status }) => `1. \`${routeKey}\` \`${route}\`, \`${statusKey}\` ${status}`)
      .join('\n'),
  ].join('\n\n')
}

type Part = Pick<Problem, 'question' | 'asks' | 'steps'>

function askOverflow(told: Told): Part {
  const right = told.overflowed.filter(Boolean).length
  const sets = new Set(told.measurements.filter((_, place) => told.overflowed[place]).map(keyOf)).size
  return {
    question: `${scene(told)}\n\nHow many requests does the point with \`otel.metric.overflow\` = \`true\` count?`,
    asks: {
      kind: 'number',
      unit: 'requests',
      right,
      tolerance: 0,
      mistakes: [
        { answer: sets, why: 'That is the sets that found no room. Each of their requests is counted.' },
        {
          answer: told.measurements.length - told.limit,
          why: 'The limit is on sets, not on requests: a set that has its own point goes on counting.',
        },
      ].filter(({ answer }) => answer !== right),
    },
    steps: explain(told),
  }
}

function askQuery(told: Told): Part {
  const failed = told.measurements.filter(({ status }) => status === 500).length
  return {
    question: `${scene(told)}\n\nHow many requests does a query for \`${statusKey}\` = 500 show?`,
    asks: {
      kind: 'number',
      unit: 'requests',
      right: told.found,
      tolerance: 0,
      mistakes: [
        {
          answer: failed,
          why: 'So many failed. But those in the overflow have lost their status code, and the query does not find them.',
        },
      ].filter(({ answer }) => answer !== told.found),
    },
    steps: `${explain(told)}\n\n${failed} requests failed; the query finds **${told.found}**. The overflow has no status code: what failed and is in it counts in the total, and in no error rate.`,
  }
}

function askSets(told: Told): Part {
  const sets = [...new Map(told.measurements.map((each, place) => [keyOf(each), told.overflowed[place]!]))]
  return {
    question: `${scene(told)}\n\nWhich attribute sets end in the overflow?`,
    asks: {
      kind: 'several',
      options: sets.map(([key, isOver]) => ({
        text: key,
        isRight: isOver,
        feedback: isOver
          ? `The ${told.limit} places were taken when it first came.`
          : `It came while there was room, and keeps its point.`,
      })),
    },
    steps: explain(told),
  }
}

function keyOf({ route, status }: Measurement): string {
  return `\`${route}\`, ${status}`
}

function explain({ limit, measurements, overflowed }: Told): string {
  return [
    `First come, first served: the first ${limit} sets get a point each; later sets share the overflow. A set that has its point keeps it.`,
    '',
    ...measurements.map(
      (each, place) => `1. ${keyOf(each)}: ${overflowed[place] ? '**overflow**' : 'a point of its own'}`,
    ),
  ].join('\n')
}

import { httpDurationBoundaries } from '../../engine/metrics/aggregation'
import { seriesUpperBound } from '../../engine/metrics/attribute-set'
import { countPrometheusSeries, type PrometheusType } from '../../engine/metrics/prometheus'
import { drawOne, drawUnless, drawWhole } from '../draw'
import type { Generator } from '../generator'
import { writeNumber } from '../number-text'
import { moments } from '../simulator-moments'

const instruments = ['counter', 'histogram', 'exponential'] as const
const methods = 5
const statusCodes = 6

const said: Record<(typeof instruments)[number], { type: PrometheusType; sentence: string; each: string }> = {
  counter: { type: 'counter', sentence: 'a counter', each: 'A counter is one series for each set.' },
  histogram: {
    type: 'histogram',
    sentence: `a classic histogram with ${httpDurationBoundaries.length} boundaries`,
    each: `A classic histogram with ${httpDurationBoundaries.length} boundaries is ${httpDurationBoundaries.length} buckets and one more for \`+Inf\`, the sum and the count: ${httpDurationBoundaries.length + 3} series for each set.`,
  },
  exponential: {
    type: 'native_histogram',
    sentence: 'a native (exponential) histogram',
    each: 'A native histogram is one series for each set, whatever its resolution.',
  },
}

/** How many series a metric can make in Prometheus, from its attributes, its type and the number of instances. */
export const seriesArithmetic: Generator<'series-arithmetic'> = {
  name: 'series-arithmetic',
  make(random, params) {
    const instrument = drawUnless(random, params.instrument, instruments)
    const routes = drawOne(random, [4, 6, 8, 10, 12, 15, 20, 25, 30, 40])
    const instances = drawWhole(random, 2, 12)
    const beside = drawOne(random, ['both', 'method', 'status'] as const)
    const hasMethod = beside !== 'status'
    const hasStatus = beside !== 'method'
    const values: Record<string, number> = {
      ...(hasMethod && { 'http.request.method': methods }),
      ...(hasStatus && { 'http.response.status_code': statusCodes }),
      'http.route': routes,
    }
    const { type, sentence, each } = said[instrument]
    const bounds = type === 'histogram' ? httpDurationBoundaries.length : 0
    const sets = seriesUpperBound(values)
    const perSet = countPrometheusSeries(type, 1, bounds)
    const right = countPrometheusSeries(type, sets, bounds, instances)
    const product = Object.values(values).join(' × ')
    const sum = Object.values(values).reduce((total, count) => total + count, 0)
    return {
      question: [
        `\`http.server.request.duration\` is ${sentence}. Its attributes are:`,
        Object.entries(values)
          .map(([key, count]) => `- \`${key}\`: ${count} values`)
          .join('\n'),
        `It comes from ${instances} instances. How many series can it make in Prometheus, at most?`,
      ].join('\n\n'),
      trace: null,
      asks: {
        kind: 'number',
        unit: 'series',
        right,
        tolerance: 0,
        mistakes: [
          { answer: sets * perSet, why: `That is one instance. There are ${instances}, each with its own.` },
          { answer: sets * instances, why: `That counts sets of attributes. ${each}` },
          {
            answer: sets,
            why: `That is the sets of one instance. ${each} And there are ${instances} instances.`,
          },
          {
            answer: sets * instances * (bounds + 2),
            why: 'One is missing for each set: the bucket `+Inf`, the sum and the count are three.',
          },
          {
            answer: sets * instances * (bounds + 1),
            why: 'The buckets are right. The sum and the count are series, too.',
          },
          {
            answer: sets * instances * bounds,
            why: 'A boundary more is counted than you have: the bucket `+Inf`. The sum and the count are series, too.',
          },
          { answer: sum * perSet * instances, why: 'The numbers of values multiply; they do not add up.' },
        ].filter(({ answer }) => answer !== right && answer > 0),
      },
      steps: [
        `1. Sets of attribute values: ${product} = ${writeNumber(sets)}.`,
        `2. ${each}`,
        `3. ${writeNumber(sets)} × ${perSet} × ${instances} instances = **${writeNumber(right)}**.`,
        '',
        'At most, because only combinations that occur make a series.',
      ].join('\n'),
      simulator: {
        name: 'cardinality',
        params: {
          methodPlace: hasMethod ? 'metric' : 'span',
          statusPlace: hasStatus ? 'metric' : 'span',
          routePlace: 'metric',
          userPlace: 'span',
          routeValues: routes,
          instances,
          instrument,
        },
        atMs: moments.cardinality,
      },
    }
  },
}

import type { Preset } from '../preset'
import type { CardinalityParams } from './params'
import type { CardinalityView } from './view'

type CardinalityPreset = Preset<CardinalityParams, CardinalityView>

/** The lesson's metric: 5 methods, 6 status codes and 20 routes in twelve instances, and a million users. */
const healthy: CardinalityParams = {
  seed: 7,
  methodPlace: 'metric',
  statusPlace: 'metric',
  routePlace: 'metric',
  userPlace: 'span',
  routeValues: 20,
  userValues: 1_000_000,
  instrument: 'histogram',
  instances: 12,
  limit: 2000,
  limitRule: 'specification',
  failureShare: 0.05,
  requests: '',
  exemplars: false,
  tracesKept: 0.1,
  replaceEveryHours: 0,
  windowHours: 2,
  bytesPerSeries: 8192,
  pricePerThousand: 8,
}

const hasOverflow = ({ inOverflow }: CardinalityView) => inOverflow > 0
const rate = (failures: number | null, { requests }: CardinalityView) => (failures ?? 0) / requests

const userOnMetric: CardinalityPreset = {
  id: 'user-id',
  title: 'user.id on the metric',
  params: { ...healthy, userPlace: 'metric' },
  prediction: {
    question: '5,000 requests come, from a million users. How many series does this instance keep?',
    options: [
      { text: 'About 600.', holds: (view) => view.series <= 600 },
      {
        text: 'As many as the limit allows, and one more.',
        holds: (view) => hasOverflow(view) && view.series <= view.limit,
      },
      { text: 'About 5,000.', holds: (view) => view.series > 4000 },
    ],
  },
}

const overflowHides: CardinalityPreset = {
  id: 'overflow',
  title: 'The overflow hides failures',
  params: { ...healthy, userPlace: 'metric', failureShare: 0.1 },
  prediction: {
    question: 'One request in ten fails. Which error rate does a query by status code show at the end?',
    options: [
      {
        text: '10 %: nothing is lost.',
        holds: (view) => view.failuresFound === view.failures,
      },
      {
        text: 'Clearly less than 10 %.',
        holds: (view) => rate(view.failuresFound, view) < rate(view.failures, view) * 0.9,
      },
      {
        text: 'None: the metric is gone.',
        holds: (view) => view.failuresFound === null || view.failuresFound === 0,
      },
    ],
  },
}

const byView: CardinalityPreset = {
  id: 'view',
  title: 'user.id dropped by a view',
  params: { ...healthy, userPlace: 'view' },
  prediction: {
    question: 'The code still records user.id, and a view drops it. What becomes of the requests?',
    options: [
      {
        text: 'All are counted, under the attributes that are left.',
        holds: (view) => view.reported === view.requests && !hasOverflow(view),
      },
      { text: 'They go into the overflow.', holds: hasOverflow },
      { text: 'They are not counted.', holds: (view) => view.reported < view.requests },
    ],
  },
}

const onSpan: CardinalityPreset = {
  id: 'span',
  title: 'user.id on the span',
  params: healthy,
  prediction: {
    question: 'With user.id on the span alone, how many of the 600 possible sets do 5,000 requests make?',
    options: [
      { text: 'All 600.', holds: (view) => view.series === view.possibleSets },
      {
        text: 'Fewer: only combinations that occur count.',
        holds: (view) => view.series < view.possibleSets && !hasOverflow(view),
      },
      { text: 'The limit of 2,000.', holds: hasOverflow },
    ],
  },
}

const histogram: CardinalityPreset = {
  id: 'histogram',
  title: 'A histogram multiplies',
  params: healthy,
  prediction: {
    question: 'The histogram has 14 boundaries. How many series does Prometheus make of one attribute set?',
    options: [
      { text: 'One.', holds: (view) => view.cost.perSet === 1 },
      { text: '14, one for each boundary.', holds: (view) => view.cost.perSet === 14 },
      { text: '17: 15 buckets, the sum and the count.', holds: (view) => view.cost.perSet === 17 },
    ],
  },
}

const churn: CardinalityPreset = {
  id: 'churn',
  title: 'Instances that come and go',
  params: { ...healthy, instrument: 'counter', replaceEveryHours: 4, windowHours: 24 },
  prediction: {
    question: 'All twelve instances are replaced every four hours. How many series does one day hold?',
    options: [
      { text: 'As many as one moment: twelve are alive.', holds: (view) => view.cost.generations === 1 },
      { text: 'Twice as many.', holds: (view) => view.cost.generations === 2 },
      { text: 'Six times as many.', holds: (view) => view.cost.generations === 6 },
    ],
  },
}

const exemplars: CardinalityPreset = {
  id: 'exemplars',
  title: 'Exemplars after tail sampling',
  params: { ...healthy, exemplars: true },
  prediction: {
    question: 'Tail sampling keeps one trace in ten. How many exemplars still lead to a trace?',
    options: [
      { text: 'All: an exemplar belongs to a trace.', holds: (view) => view.exemplars?.dangling === 0 },
      { text: 'About one in ten.', holds: (view) => within(linkedShare(view), 0.05, 0.2) },
      { text: 'None.', holds: (view) => view.exemplars?.linked === 0 },
    ],
  },
}

function linkedShare({ exemplars: links }: CardinalityView): number {
  return links ? links.linked / (links.linked + links.dangling) : 0
}

function within(value: number, from: number, to: number): boolean {
  return value >= from && value <= to
}

export const cardinalityPresets = [
  userOnMetric,
  overflowHides,
  byView,
  onSpan,
  histogram,
  churn,
  exemplars,
] as const satisfies readonly [CardinalityPreset, ...CardinalityPreset[]]

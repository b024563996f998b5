import type { Preset } from '../preset'
import type { OpenTrace, TraceRow } from '../trace/open-trace'
import { functionKey } from './graph'
import type { TraceExplorerParams } from './params'
import type { TraceExplorerView } from './view'

type ExplorerPreset = Preset<TraceExplorerParams, TraceExplorerView>

const plain: TraceExplorerParams = {
  seed: 7,
  page: 'checkout',
  trouble: 'none',
  detail: 'calls',
  queue: 'link',
  tail: 'all',
  faster: 'none',
  trace: '',
}

/** Holds only where the request’s trace is there to be read. */
const ofTrace =
  (holds: (trace: OpenTrace) => boolean) =>
  ({ staged }: TraceExplorerView): boolean =>
    staged.trace !== null && holds(staged.trace)

const pathMs = ({ rows }: OpenTrace, isMeant: (row: TraceRow) => boolean) =>
  rows.filter(isMeant).reduce((sum, row) => sum + row.pathMs, 0)
const isQuery = ({ span }: TraceRow) => 'db.system.name' in span.attributes
const isMost = (trace: OpenTrace, isMeant: (row: TraceRow) => boolean) =>
  pathMs(trace, isMeant) > trace.rootMs / 2
const isNetwork = ({ span }: TraceRow) => span.kind === 'CLIENT' && 'http.request.method' in span.attributes

const chain: ExplorerPreset = {
  id: 'chain',
  title: 'From a number to a cause',
  params: { ...plain, trouble: 'pool', detail: 'waits' },
  prediction: {
    question: 'Some checkouts take more than a second. What will the slowest have waited for?',
    options: [
      { text: 'A slow query.', holds: ofTrace((trace) => isMost(trace, isQuery)) },
      {
        text: 'A free connection, before a query.',
        holds: ofTrace((trace) =>
          isMost(trace, ({ span }) => 'db.client.connection.pool.name' in span.attributes),
        ),
      },
      { text: 'The network.', holds: ofTrace((trace) => isMost(trace, isNetwork)) },
    ],
  },
}

const gap: ExplorerPreset = {
  id: 'gap',
  title: 'A gap between spans',
  params: { ...plain, trouble: 'pool' },
  prediction: {
    question:
      'The same slow checkout, with spans for calls and queries only. Where in its waterfall will the second be?',
    options: [
      { text: 'In a query.', holds: ofTrace((trace) => isMost(trace, isQuery)) },
      {
        text: 'In a gap that no span fills.',
        holds: ofTrace((trace) => isMost(trace, ({ span }) => span.kind === 'SERVER')),
      },
      { text: 'On the network.', holds: ofTrace((trace) => isMost(trace, isNetwork)) },
    ],
  },
}

const saved = ({ staged }: TraceExplorerView) => (staged.beforeMs ?? 0) - (staged.trace?.rootMs ?? 0)

const offPath: ExplorerPreset = {
  id: 'off-path',
  title: 'The long span beside the path',
  params: { ...plain, page: 'product', faster: 'reviews' },
  prediction: {
    question:
      'SELECT reviews is the longest single call of the product page: some 200 ms. It becomes twice as fast. By how much does the slowest page get faster?',
    options: [
      { text: 'By about 100 ms.', holds: (view) => saved(view) > 60 },
      { text: 'By some 10 to 60 ms.', holds: (view) => saved(view) > 10 && saved(view) <= 60 },
      {
        text: 'Hardly or not at all.',
        holds: (view) => view.staged.beforeMs !== null && saved(view) <= 10,
      },
    ],
  },
}

/** How long the calls that web makes at the same time take, in ms. */
function parallelMs({ rows }: OpenTrace): number[] {
  return rows
    .filter((row) => row.depth === 1 && !(functionKey in row.span.attributes))
    .map(({ span }) => span.endMs - span.startMs)
}

function nearest(trace: OpenTrace): 'sum' | 'longest' | 'mean' {
  const all = parallelMs(trace)
  const sum = all.reduce((total, ms) => total + ms, 0)
  const guesses = { sum, longest: Math.max(...all), mean: sum / all.length }
  const off = (guess: keyof typeof guesses) => Math.abs(guesses[guess] - trace.rootMs)
  return (['sum', 'longest', 'mean'] as const).reduce((best, guess) =>
    off(guess) < off(best) ? guess : best,
  )
}

const parallel: ExplorerPreset = {
  id: 'parallel',
  title: 'In parallel, the slowest decides',
  params: { ...plain, page: 'product' },
  prediction: {
    question:
      'The product page asks for reviews, recommendations and prices at the same time. How long does it take?',
    options: [
      { text: 'As long as the three together.', holds: ofTrace((trace) => nearest(trace) === 'sum') },
      { text: 'As long as the slowest of them.', holds: ofTrace((trace) => nearest(trace) === 'longest') },
      { text: 'As long as they take on average.', holds: ofTrace((trace) => nearest(trace) === 'mean') },
    ],
  },
}

const queriesOnPath = ({ rows }: OpenTrace) => rows.filter((row) => isQuery(row) && row.pathMs > 0).length

const nPlusOne: ExplorerPreset = {
  id: 'n-plus-one',
  title: 'N + 1 queries',
  params: { ...plain, page: 'orders' },
  prediction: {
    question:
      'The list of orders is slow, and the database says that its queries take about 9 ms. What will the waterfall show?',
    options: [
      {
        text: 'One slow query after all.',
        holds: ofTrace((trace) => isMost(trace, isQuery) && queriesOnPath(trace) <= 3),
      },
      {
        text: 'Many quick queries, one after another.',
        holds: ofTrace((trace) => isMost(trace, isQuery) && queriesOnPath(trace) > 3),
      },
      { text: 'A wait outside the database.', holds: ofTrace((trace) => !isMost(trace, isQuery)) },
    ],
  },
}

/** Failed spans in which an error was logged. */
const origins = ({ rows }: OpenTrace) =>
  [...rows.entries()].filter(
    ([, { span, logs }]) =>
      span.status === 'ERROR' && logs.some(({ severityNumber }) => severityNumber >= 17),
  )
const failed = ({ rows }: OpenTrace) => rows.filter(({ span }) => span.status === 'ERROR').length

const error: ExplorerPreset = {
  id: 'error',
  title: 'A symptom and its cause',
  params: { ...plain, trouble: 'error' },
  prediction: {
    question: 'A checkout answers 500, and several spans are red. Which of them has the log that says why?',
    options: [
      {
        text: 'All of them.',
        holds: ofTrace((trace) => failed(trace) > 1 && origins(trace).length === failed(trace)),
      },
      {
        text: 'The root: it gave the answer.',
        holds: ofTrace((trace) => origins(trace).length === 1 && origins(trace)[0]![0] === 0),
      },
      {
        text: 'Only the deepest, where it began.',
        holds: ofTrace((trace) => origins(trace).length === 1 && origins(trace)[0]![0] > 0),
      },
    ],
  },
}

const mailer = ({ rows }: OpenTrace) => rows.filter(({ service }) => service === 'mailer')

const queueLink: ExplorerPreset = {
  id: 'queue-link',
  title: 'A queue: a link, not a parent',
  params: plain,
  prediction: {
    question:
      'The mailer reads the message of a checkout and links to it. How many spans will it have in the checkout’s trace?',
    options: [
      {
        text: 'None: its trace is another one.',
        holds: ({ staged }) =>
          staged.trace !== null && mailer(staged.trace).length === 0 && staged.linkedTrace !== null,
      },
      { text: 'One, under the PRODUCER span.', holds: ofTrace((trace) => mailer(trace).length > 0) },
    ],
  },
}

const queueParent: ExplorerPreset = {
  id: 'queue-parent',
  title: 'A long child that nobody waits for',
  params: { ...plain, queue: 'parent' },
  prediction: {
    question:
      'Now the mailer’s span is a child in the checkout’s trace, and takes more than a second. Does the customer wait for it?',
    options: [
      { text: 'Yes: it is part of the trace.', holds: ofTrace((trace) => pathMs(trace, isMailer) > 0) },
      {
        text: 'No: it is beside the path.',
        holds: ofTrace((trace) => mailer(trace).length > 0 && pathMs(trace, isMailer) === 0),
      },
    ],
  },
}

function isMailer({ service }: TraceRow): boolean {
  return service === 'mailer'
}

const linkedShare = ({ heat }: TraceExplorerView) =>
  heat.marks.filter(({ linked }) => linked).length / heat.marks.length

const dangling: ExplorerPreset = {
  id: 'dangling',
  title: 'An exemplar that leads to nothing',
  params: { ...plain, tail: 'some' },
  prediction: {
    question:
      'The tail sampler keeps errors, what takes over a second, and a tenth of all traces. How many exemplars will lead to a trace?',
    options: [
      { text: 'All: only sampled traces leave one.', holds: (view) => linkedShare(view) > 0.95 },
      {
        text: 'About half.',
        holds: (view) => linkedShare(view) > 0.4 && linkedShare(view) <= 0.95,
      },
      { text: 'Few: they were chosen before.', holds: (view) => linkedShare(view) <= 0.4 },
    ],
  },
}

const functionShare = (trace: OpenTrace) =>
  pathMs(trace, ({ span }) => functionKey in span.attributes) / trace.rootMs

const functions: ExplorerPreset = {
  id: 'functions',
  title: 'A span for every function',
  params: { ...plain, detail: 'functions' },
  prediction: {
    question:
      'Every function gets a span of its own: some forty more for a checkout. How much of its time do they explain?',
    options: [
      { text: 'Most of it.', holds: ofTrace((trace) => functionShare(trace) > 0.5) },
      {
        text: 'About a third.',
        holds: ofTrace((trace) => functionShare(trace) > 0.1 && functionShare(trace) <= 0.5),
      },
      { text: 'Next to nothing.', holds: ofTrace((trace) => functionShare(trace) <= 0.1) },
    ],
  },
}

/** The staged confusions. The first is where the simulator begins. */
export const traceExplorerPresets: readonly [ExplorerPreset, ...ExplorerPreset[]] = [
  chain,
  gap,
  offPath,
  parallel,
  nPlusOne,
  error,
  queueLink,
  queueParent,
  dangling,
  functions,
]

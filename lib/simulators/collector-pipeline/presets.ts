import type { Preset } from '../preset'
import { allBoxes, boxesOf, countAll, countFate } from './find-box'
import type { PipelineParams } from './params'
import { trafficMs } from './traffic'
import type { PipelineView } from './view'
import * as yaml from './yaml-text'

type PipelinePreset = Preset<PipelineParams, PipelineView>

const plain: PipelineParams = {
  seed: 7,
  yaml: yaml.plainYaml,
  perSecond: 10,
  errorShare: 0.06,
  downSeconds: 0,
  kibPerItem: 100,
}

const signalsIn = (view: PipelineView) =>
  view.lanes.filter((lane) => boxesOf(lane).some(({ entered }) => entered > 0)).length
const madeSpans = (view: PipelineView) => view.senders.find(({ signal }) => signal === 'traces')!.made
const storedShare = (view: PipelineView) => view.stored.spans / Math.max(1, madeSpans(view))
const healthDropped = (view: PipelineView) => countAll(view, ['dropped'], 'filter/health')
const sdkLost = (view: PipelineView) => view.senders.find(({ signal }) => signal === 'traces')!.lost

const order: PipelinePreset = {
  id: 'order',
  title: 'Three signals, three pipelines',
  params: plain,
  prediction: {
    question: 'One receiver, otlp, is listed in three pipelines. What does each pipeline get?',
    options: [
      {
        text: 'Everything, three times over.',
        holds: (view) => view.lanes.every((lane) => lane.receivers[0]!.left > madeSpans(view) * 1.5),
      },
      {
        text: 'Its own signal only.',
        holds: (view) => signalsIn(view) === 3 && view.lanes[1]!.receivers[0]!.left < madeSpans(view),
      },
    ],
  },
}

const wrongWay: PipelinePreset = {
  id: 'filter',
  title: 'A filter the wrong way round',
  params: { ...plain, yaml: yaml.wrongWayYaml },
  prediction: {
    question: 'The condition of filter/errors is true of spans with an error. Which spans reach the backend?',
    options: [
      { text: 'The errors.', holds: (view) => storedShare(view) < 0.5 },
      { text: 'Everything but the errors.', holds: (view) => storedShare(view) >= 0.5 },
    ],
  },
}

const unlisted: PipelinePreset = {
  id: 'unlisted',
  title: 'Defined, but not listed',
  params: { ...plain, yaml: yaml.unlistedYaml },
  prediction: {
    question: 'filter/health is defined below processors, and no pipeline lists it. What happens?',
    options: [
      { text: 'The Collector refuses to start.', holds: (view) => view.stage !== 'running' },
      { text: 'Health checks are dropped.', holds: (view) => healthDropped(view) > 0 },
      {
        text: 'Nothing: it is never started.',
        holds: (view) => view.stage === 'running' && healthDropped(view) === 0,
      },
    ],
  },
}

const crowded: PipelineParams = { ...plain, perSecond: 20, downSeconds: 20, kibPerItem: 200 }
const limiterLast: PipelinePreset = {
  id: 'limiter-last',
  title: 'memory_limiter at the end',
  params: { ...crowded, yaml: yaml.limiterLastYaml },
  prediction: {
    question:
      'The backend is away for 20 s and memory fills. memory_limiter stands behind batch. Who keeps what it refuses?',
    options: [
      {
        text: 'The applications: they send it again.',
        holds: (view) => countAll(view, ['lost'], 'batch') === 0,
      },
      {
        text: 'Nobody: batch has already said yes.',
        holds: (view) => countAll(view, ['lost'], 'batch') > 0,
      },
    ],
  },
}

const limiterFirst: PipelinePreset = {
  id: 'limiter-first',
  title: 'memory_limiter first',
  params: { ...crowded, yaml: yaml.limiterFirstYaml },
  prediction: {
    question: 'The same, with memory_limiter first. Is anything lost inside the Collector?',
    options: [
      { text: 'Yes, as before.', holds: (view) => countAll(view, ['lost']) > 0 },
      {
        text: 'No: refused spans wait in the applications, as long as these have room.',
        holds: (view) => countAll(view, ['lost']) === 0 && countAll(view, ['refused']) > 0,
      },
    ],
  },
}

const podShare = ({ stored }: PipelineView) => stored.withPod / Math.max(1, stored.spans)
const tailFirst: PipelinePreset = {
  id: 'tail-first',
  title: 'tail_sampling before k8s_attributes',
  params: { ...plain, yaml: yaml.tailFirstYaml },
  prediction: {
    question:
      'Sampling first saves work, so k8s_attributes comes after. How many stored spans know their pod?',
    options: [
      { text: 'All of them.', holds: (view) => podShare(view) > 0.99 },
      { text: 'The errors.', holds: (view) => podShare(view) > 0.01 && podShare(view) <= 0.99 },
      { text: 'None.', holds: (view) => podShare(view) <= 0.01 },
    ],
  },
}

const calls = ({ errors }: PipelineView) => (errors.calls ?? 0) / Math.max(1e-9, errors.made)
const sampledFirst: PipelinePreset = {
  id: 'sampled-first',
  title: 'Sampling before span metrics',
  params: { ...plain, yaml: yaml.sampledFirstYaml },
  prediction: {
    question:
      'tail_sampling keeps errors and a tenth of the rest; span_metrics counts after it. Its error rate is:',
    options: [
      { text: 'Right.', holds: (view) => calls(view) > 0.8 && calls(view) < 1.25 },
      { text: 'Far too high.', holds: (view) => calls(view) >= 1.25 },
      { text: 'Far too low.', holds: (view) => calls(view) <= 0.8 },
    ],
  },
}

const countedFirst: PipelinePreset = {
  id: 'counted-first',
  title: 'Span metrics before sampling',
  params: { ...plain, yaml: yaml.countedFirstYaml },
  prediction: {
    question:
      'span_metrics counts first, and a second pipeline samples what forward hands on. The error rate is:',
    options: [
      { text: 'Right.', holds: (view) => calls(view) > 0.8 && calls(view) < 1.25 },
      { text: 'Still too high.', holds: (view) => calls(view) >= 1.25 },
    ],
  },
}

const away: PipelineParams = { ...plain, downSeconds: 12 }
const queue: PipelinePreset = {
  id: 'queue',
  title: 'The backend is away, with a queue',
  params: { ...away, yaml: yaml.queueYaml },
  prediction: {
    question: 'For 12 s the backend does not answer. The exporter has a queue and retries. How much is lost?',
    options: [
      {
        text: 'What was made in these 12 s.',
        holds: (view) => countAll(view, ['lost']) > madeSpans(view) * 0.1,
      },
      { text: 'Nothing: it comes late.', holds: (view) => countAll(view, ['lost']) === 0 },
    ],
  },
}

const noQueue: PipelinePreset = {
  id: 'no-queue',
  title: 'The backend is away, without a queue',
  params: { ...away, yaml: yaml.noQueueYaml },
  prediction: {
    question: 'The same 12 s without queue and retries, behind batch. How much is lost?',
    options: [
      {
        text: 'Nothing: the applications send it again.',
        holds: (view) => countAll(view, ['lost']) === 0 && sdkLost(view) === 0,
      },
      {
        text: 'What was made in these 12 s.',
        holds: (view) => countAll(view, ['lost']) > madeSpans(view) * 0.1,
      },
    ],
  },
}

const smallQueue: PipelinePreset = {
  id: 'small-queue',
  title: 'The backend is away, with a small queue',
  params: { ...away, yaml: yaml.smallQueueYaml },
  prediction: {
    question:
      'The queue has room for 20 requests, and batch sends five a second. What fills it, and what then?',
    options: [
      { text: 'Requests, in 4 s; then the oldest are pushed out.', holds: () => false },
      {
        text: 'Requests, in 4 s; then new ones are refused, and batch loses them.',
        holds: (view) => countAll(view, ['lost'], 'batch') > 0,
      },
      {
        text: 'It does not fill: 20 batches hold far more.',
        holds: (view) => countAll(view, ['lost']) === 0,
      },
    ],
  },
}

const perSecond = (view: PipelineView) =>
  allBoxes(view).reduce((sum, box) => sum + countFate(box, 'sent'), 0) / (trafficMs / 1000)
const twice: PipelinePreset = {
  id: 'twice',
  title: 'One processor in two pipelines',
  params: { ...plain, yaml: yaml.twiceYaml },
  prediction: {
    question:
      'Two pipelines list tail_sampling, which lets 20 spans a second through. How many leave in all?',
    options: [
      { text: 'About 20 a second: it is one processor.', holds: (view) => perSecond(view) <= 26 },
      { text: 'About 40 a second: each pipeline has its own.', holds: (view) => perSecond(view) > 26 },
    ],
  },
}

const oneSided: PipelinePreset = {
  id: 'one-sided',
  title: 'A connector on one side only',
  params: { ...plain, yaml: yaml.oneSidedYaml },
  prediction: {
    question:
      'count is an exporter of traces, and no pipeline has it as a receiver. What does the Collector do?',
    options: [
      { text: 'It starts; the counts go nowhere.', holds: (view) => view.stage === 'running' },
      { text: 'It refuses to start.', holds: (view) => view.stage !== 'running' },
    ],
  },
}

/** The known confusions, the plain case first. */
export const pipelinePresets: readonly [PipelinePreset, ...PipelinePreset[]] = [
  ...([order, wrongWay, unlisted, limiterLast, limiterFirst, tailFirst, sampledFirst, countedFirst] as const),
  ...([queue, noQueue, smallQueue, twice, oneSided] as const),
]

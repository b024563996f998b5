import type { Preset } from '../preset'
import type { SamplingParams } from './params'
import type { SideView } from './side'
import { trafficMs } from './traffic'
import type { SamplingView } from './view'
import { cacheYaml, compositeYaml, dropYaml, lessonYaml, limitYaml, vetoYaml } from './yaml-text'

type SamplingPreset = Preset<SamplingParams, SamplingView>

const plain: SamplingParams = {
  seed: 7,
  perSecond: 20,
  errorShare: 0.05,
  slowShare: 0.03,
  lateSeconds: 0,
  a: 'head',
  aShare: 0.1,
  aWait: 10,
  aTraces: 2000,
  aCollectors: 1,
  aRouting: 'trace-id',
  aLimit: 2,
  b: 'none',
  bShare: 0.1,
  bWait: 10,
  bTraces: 2000,
  bCollectors: 1,
  bRouting: 'trace-id',
  bLimit: 2,
  yaml: lessonYaml,
  bytesPerSpan: 500,
  pricePerGb: 0.3,
  heldBytesPerSpan: 2000,
}

const keptErrors = ({ arrived, a }: SamplingView) => a.kept.error / Math.max(1, arrived.traces.error)
const stored = ({ arrived, a }: SamplingView) =>
  arrived.errorRate === 0 ? 1 : (a.asStored?.rate ?? 0) / arrived.errorRate

/** Spans kept for each second in which traces started. */
const spansPerSecond = ({ a }: SamplingView) => (a.keptSpans * 1000) / trafficMs

const head: SamplingPreset = {
  id: 'head',
  title: 'Head sampling at 10 %',
  params: plain,
  prediction: {
    question: 'A head sampler keeps 10 % of the traces. How many of the errors will be kept?',
    options: [
      { text: 'All of them.', holds: (view) => keptErrors(view) > 0.9 },
      { text: 'About half.', holds: (view) => keptErrors(view) > 0.3 && keptErrors(view) <= 0.9 },
      { text: 'About one in ten.', holds: (view) => keptErrors(view) <= 0.3 },
    ],
  },
}

const tail: SamplingPreset = {
  id: 'tail',
  title: 'Tail sampling keeps errors and bends rates',
  params: { ...plain, a: 'tail', b: 'consistent' },
  prediction: {
    question:
      'A keeps all errors, all slow traces and 10 % of everything. One trace in twenty fails. What share of the stored traces will be errors?',
    options: [
      { text: 'About one in twenty.', holds: (view) => stored(view) > 0.5 && stored(view) <= 2 },
      { text: 'Far more.', holds: (view) => stored(view) > 2 },
      { text: 'Far fewer.', holds: (view) => stored(view) <= 0.5 },
    ],
  },
}

const late: SamplingPreset = {
  id: 'late',
  title: 'A wait too short for late spans',
  params: { ...plain, errorShare: 0.08, lateSeconds: 6, a: 'tail', aWait: 2, b: 'tail', bWait: 12 },
  prediction: {
    question:
      'The mailer’s spans come six seconds late, and many errors happen there. A decides after 2 s. Its policy keeps all errors. What becomes of these?',
    options: [
      {
        text: 'They are kept: the late span changes the decision.',
        holds: (view) => keptErrors(view) > 0.95,
      },
      { text: 'Many are lost: the decision stands.', holds: (view) => keptErrors(view) <= 0.95 },
    ],
  },
}

const memory: SamplingPreset = {
  id: 'memory',
  title: 'Too little memory: num_traces',
  params: { ...plain, a: 'tail', aTraces: 100, b: 'tail', bTraces: 400 },
  prediction: {
    question:
      '20 traces a second wait 10 s, so about 200 wait at a time. In A there is room for 100. What becomes of the errors?',
    options: [
      { text: 'All are kept: a full memory decides early.', holds: (view) => keptErrors(view) > 0.9 },
      { text: 'About half are kept.', holds: (view) => keptErrors(view) > 0.3 && keptErrors(view) <= 0.9 },
      { text: 'Most are lost.', holds: (view) => keptErrors(view) <= 0.3 },
    ],
  },
}

const drop: SamplingPreset = {
  id: 'drop',
  title: 'The order of policies',
  params: { ...plain, errorShare: 0.2, a: 'yaml', yaml: dropYaml },
  prediction: {
    question:
      'keep-errors stands first, with sample_on_first_match. no-health-checks, a drop policy, stands last. A health check fails. Is its trace kept?',
    options: [
      { text: 'Kept: the first match wins.', holds: ({ a }) => a.keptChecks > 0 },
      { text: 'Dropped: a drop policy goes before all others.', holds: ({ a }) => a.keptChecks === 0 },
    ],
  },
}

const keptShare = ({ arrived, a }: SamplingView) => a.keptSpans / Math.max(1, arrived.spans)

const veto: SamplingPreset = {
  id: 'veto',
  title: 'An inverted match is no veto',
  params: { ...plain, errorShare: 0.2, a: 'yaml', yaml: vetoYaml },
  prediction: {
    question:
      'keep-errors stands beside not-health-checks, which matches the health checks and has invert_match. What is kept?',
    options: [
      { text: 'The errors, without health checks.', holds: (view) => keptShare(view) <= 0.5 },
      {
        text: 'All but the health checks, and of these the failing ones too.',
        holds: (view) => keptShare(view) > 0.5 && view.a.keptChecks > 0,
      },
      {
        text: 'All but the health checks.',
        holds: (view) => keptShare(view) > 0.5 && view.a.keptChecks === 0,
      },
    ],
  },
}

const limit: SamplingPreset = {
  id: 'limit',
  title: 'A rate limit that does not limit',
  params: { ...plain, a: 'yaml', yaml: limitYaml, b: 'rate', bLimit: 2 },
  prediction: {
    question:
      'A has two policies: rate_limiting at 20 spans a second, and a probabilistic quarter. How many spans a second will be kept?',
    options: [
      { text: 'At most 20.', holds: (view) => spansPerSecond(view) <= 21 },
      { text: 'More than 20.', holds: (view) => spansPerSecond(view) > 21 },
    ],
  },
}

const composite: SamplingPreset = {
  id: 'composite',
  title: 'A composite budget and its order',
  params: { ...plain, a: 'yaml', yaml: compositeYaml },
  prediction: {
    question:
      'A composite policy reserves half of its 40 spans a second for errors, which are about 6. policy_order names them first; in the list, everything is first. What is kept of the errors?',
    options: [
      { text: 'All: half is theirs.', holds: (view) => keptErrors(view) > 0.9 },
      {
        text: 'About half.',
        holds: (view) => keptErrors(view) > 0.35 && keptErrors(view) <= 0.9,
      },
      {
        text: 'Few: it asks by the list, and the first match settles it.',
        holds: (view) => keptErrors(view) <= 0.35,
      },
    ],
  },
}

const cache: SamplingPreset = {
  id: 'cache',
  title: 'Late spans, and a decision cache',
  params: {
    ...{ ...plain, errorShare: 0.1, lateSeconds: 12, a: 'yaml', yaml: cacheYaml },
    ...{ b: 'tail', bWait: 5, bTraces: 150 },
  },
  prediction: {
    question:
      'The mailer’s spans come 12 s late, when newer traces have taken the place of theirs. A has a decision cache, B has none. What becomes of late spans in B?',
    options: [
      { text: 'The same as in A.', holds: ({ a, b }) => (b?.partial ?? 0) <= a.partial },
      {
        text: 'They are decided anew, as traces of their own.',
        holds: ({ a, b }) => (b?.partial ?? 0) > a.partial,
      },
    ],
  },
}

const rules: SamplingPreset = {
  id: 'rules',
  title: 'Rules, and counts that put them right',
  params: { ...plain, a: 'rules', b: 'consistent' },
  prediction: {
    question:
      'A keeps every checkout and a tenth of the product pages. Checkouts fail most often. The error rate of what is stored is:',
    options: [
      { text: 'Right.', holds: (view) => stored(view) > 0.8 && stored(view) <= 1.25 },
      { text: 'Too high.', holds: (view) => stored(view) > 1.25 },
      { text: 'Too low.', holds: (view) => stored(view) <= 0.8 },
    ],
  },
}

const wholeErrors = ({ arrived, a }: SamplingView) => a.whole.error / Math.max(1, arrived.traces.error)

const fleet: SamplingPreset = {
  id: 'fleet',
  title: 'Two Collectors, spans to any of them',
  params: {
    ...{ ...plain, errorShare: 0.08, a: 'tail', aCollectors: 2, aRouting: 'any' },
    ...{ b: 'tail', bCollectors: 2, bRouting: 'trace-id' },
  },
  prediction: {
    question:
      'In A, each span goes to one of two Collectors by chance. The policy keeps all errors. How many traces with an error will be stored whole?',
    options: [
      { text: 'All: the policy says so.', holds: (view) => wholeErrors(view) > 0.9 },
      {
        text: 'About half; the others in pieces.',
        holds: (view) => wholeErrors(view) > 0.3 && wholeErrors(view) <= 0.9,
      },
      { text: 'None: no Collector sees a whole trace.', holds: (view) => wholeErrors(view) <= 0.3 },
    ],
  },
}

const balanced: SamplingPreset = {
  id: 'balanced',
  title: 'Four Collectors, spans by trace id',
  params: { ...plain, a: 'tail', aCollectors: 4, aRouting: 'trace-id', b: 'tail' },
  prediction: {
    question:
      'A load_balancing exporter sends each trace to one of the four Collectors of A. B has a single one. What does A keep?',
    options: [
      { text: 'The very same traces as B.', holds: ({ a, b }) => keepsAlike(a, b) },
      {
        text: 'More: each Collector keeps its tenth.',
        holds: ({ a, b }) => !keepsAlike(a, b) && a.keptSpans > (b?.keptSpans ?? 0),
      },
      {
        text: 'Fewer: each sees a quarter.',
        holds: ({ a, b }) => !keepsAlike(a, b) && a.keptSpans <= (b?.keptSpans ?? 0),
      },
    ],
  },
}

function keepsAlike(a: SideView, b: SideView | null): boolean {
  return b !== null && a.fates.every((fate, trace) => fate === b.fates[trace])
}

const byService: SamplingPreset = {
  id: 'service',
  title: 'Three Collectors, spans by service name',
  params: {
    ...{ ...plain, errorShare: 0.08, a: 'tail', aCollectors: 3, aRouting: 'service' },
    ...{ b: 'tail', bCollectors: 3, bRouting: 'trace-id' },
  },
  prediction: {
    question:
      'A routes by service name, as is right for metrics made of spans. Will the traces with an error be stored whole?',
    options: [
      { text: 'Yes: nothing is left to chance.', holds: (view) => wholeErrors(view) > 0.9 },
      { text: 'Many will not: a trace crosses services.', holds: (view) => wholeErrors(view) <= 0.9 },
    ],
  },
}

export const samplingPresets = [
  head,
  tail,
  late,
  memory,
  fleet,
  balanced,
  byService,
  drop,
  veto,
  limit,
  composite,
  cache,
  rules,
] as const

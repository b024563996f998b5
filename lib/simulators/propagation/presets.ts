import type { Preset } from '../preset'
import { carries } from './fate'
import { countTraces } from './outcome'
import type { PropagationParams } from './params'
import type { StationId } from './station'
import type { PropagationView } from './view'

type PropagationPreset = Preset<PropagationParams, PropagationView>

const whole: PropagationParams = {
  seed: 7,
  incoming: '',
  tracestate: '',
  brought: '',
  door: 'continues',
  baggage: 'attached',
  web: 'both',
  proxy: 'forwards',
  checkout: 'both',
  payment: 'both',
  edge: 'keeps',
  bank: 'restarts',
  queue: 'parent',
  mailer: 'both',
}

const hopAt = (view: PropagationView, id: StationId) => view.hops.find(({ station }) => station === id)!
const hasBaggage = (view: PropagationView, id: StationId) => carries(hopAt(view, id).incoming, 'baggage')
const traces = (view: PropagationView, count: number) => countTraces(view.hops) === count

/** A capital in the trace id, and nothing else wrong. */
export const upperCaseTraceparent = '00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01'

const stripped: PropagationPreset = {
  id: 'proxy',
  title: 'A proxy that strips headers',
  params: { ...whole, proxy: 'strips', bank: 'continues' },
  prediction: {
    question: 'The proxy before checkout drops headers that it does not know. What will the backend have?',
    options: [
      { text: 'One trace with a gap.', holds: (view) => traces(view, 1) },
      { text: 'Two traces.', holds: (view) => traces(view, 2) },
      { text: 'A trace for every service.', holds: (view) => countTraces(view.hops) >= 5 },
    ],
  },
}

const healthy: PropagationPreset = {
  id: 'whole',
  title: 'Everything in order',
  params: { ...whole, bank: 'continues' },
  prediction: {
    question: 'Which part of traceparent will differ between the request of web and that of checkout?',
    options: [
      { text: 'The trace id.', holds: (view) => changed(view)[1] === true },
      { text: 'The parent id.', holds: (view) => changed(view).join() === 'false,false,true,false' },
      { text: 'None.', holds: (view) => !changed(view).includes(true) },
    ],
  },
}

/** Which of the four fields differ between what reaches checkout and what reaches payment. */
function changed(view: PropagationView): boolean[] {
  const fields = (id: StationId) =>
    (hopAt(view, id).incoming.find(([name]) => name === 'traceparent')?.[1] ?? '').split('-')
  const before = fields('checkout')
  return fields('payment').map((field, index) => field !== before[index])
}

const queueParent: PropagationPreset = {
  id: 'queue-parent',
  title: 'A queue: the consumer as a child',
  params: { ...whole, bank: 'continues', queue: 'parent' },
  prediction: {
    question: 'The consumer takes the context in the message as its parent. Where will the CONSUMER span be?',
    options: [
      {
        text: 'In the same trace, under the PRODUCER span.',
        holds: (view) => hopAt(view, 'mailer').fate === 'joined',
      },
      { text: 'In a trace of its own.', holds: (view) => hopAt(view, 'mailer').fate !== 'joined' },
    ],
  },
}

const queueLink: PropagationPreset = {
  id: 'queue-link',
  title: 'A queue: the consumer with a link',
  params: { ...whole, bank: 'continues', queue: 'link' },
  prediction: {
    question: 'The consumer links to what produced the message. How many traces will there be?',
    options: [
      { text: 'One: a link is a kind of parent.', holds: (view) => traces(view, 1) },
      { text: 'Two, joined by the link.', holds: (view) => traces(view, 2) },
    ],
  },
}

const forgotten: PropagationPreset = {
  id: 'baggage-forgotten',
  title: 'Baggage set, but never attached',
  params: { ...whole, bank: 'continues', baggage: 'forgotten' },
  prediction: {
    question: 'web calls setBaggage and throws its result away. What will arrive at checkout?',
    options: [
      { text: 'The baggage, as set.', holds: (view) => hasBaggage(view, 'checkout') },
      {
        text: 'No baggage; the trace is whole.',
        holds: (view) => !hasBaggage(view, 'checkout') && traces(view, 1),
      },
      {
        text: 'No baggage, and the trace breaks too.',
        holds: (view) => !hasBaggage(view, 'checkout') && !traces(view, 1),
      },
    ],
  },
}

const upperCase: PropagationPreset = {
  id: 'upper-case',
  title: 'A trace id in capitals',
  params: { ...whole, bank: 'continues', incoming: upperCaseTraceparent },
  prediction: {
    question: 'A request brings a traceparent whose trace id is written in capitals. What will web do?',
    options: [
      {
        text: 'Write it in small letters and go on.',
        holds: (view) => hopAt(view, 'web').fate === 'joined',
      },
      { text: 'Begin a new trace.', holds: (view) => hopAt(view, 'web').fate === 'refused' },
      { text: 'Answer with an error.', holds: () => false },
    ],
  },
}

const boundary: PropagationPreset = {
  id: 'boundary',
  title: 'Baggage over the trust boundary',
  params: { ...whole, edge: 'sends', bank: 'restarts' },
  prediction: {
    question: 'The card company restarts the trace. Does your baggage reach it?',
    options: [
      { text: 'Yes, it rides on the request all the same.', holds: (view) => hasBaggage(view, 'bank') },
      { text: 'No, a restart stops it.', holds: (view) => !hasBaggage(view, 'bank') },
    ],
  },
}

const mixed: PropagationPreset = {
  id: 'mixed',
  title: 'Mixed propagators',
  params: { ...whole, bank: 'continues', checkout: 'tracecontext' },
  prediction: {
    question: 'checkout has the propagator for trace context only. What can payment still read?',
    options: [
      {
        text: 'Trace and baggage.',
        holds: (view) => hasBaggage(view, 'payment') && hopAt(view, 'payment').fate === 'joined',
      },
      {
        text: 'The trace, no baggage.',
        holds: (view) => !hasBaggage(view, 'payment') && hopAt(view, 'payment').fate === 'joined',
      },
      { text: 'Neither.', holds: (view) => hopAt(view, 'payment').fate !== 'joined' },
    ],
  },
}

const uninstrumented: PropagationPreset = {
  id: 'uninstrumented',
  title: 'A service without instrumentation',
  params: { ...whole, bank: 'continues', checkout: 'uninstrumented' },
  prediction: {
    question: 'Nobody instrumented checkout. It calls payment all the same. What will the backend have?',
    options: [
      { text: 'One trace, without checkout.', holds: (view) => traces(view, 1) },
      {
        text: 'More than one: the headers end at checkout.',
        holds: (view) => !traces(view, 1) && !hasBaggage(view, 'payment'),
      },
      { text: 'Nothing after web.', holds: (view) => hopAt(view, 'payment').fate === 'missing' },
    ],
  },
}

const tooLarge: PropagationPreset = {
  id: 'baggage-too-large',
  title: 'Baggage too large',
  params: { ...whole, bank: 'continues', baggage: 'too-large' },
  prediction: {
    question: 'web attaches 9,000 bytes of baggage beside the variant of the shop. What will checkout get?',
    options: [
      { text: 'All of it.', holds: (view) => baggageBytes(view) > 8192 },
      {
        text: 'What fits: the entry that is too large is left out.',
        holds: (view) => hasBaggage(view, 'checkout') && baggageBytes(view) <= 8192,
      },
      { text: 'No baggage at all.', holds: (view) => !hasBaggage(view, 'checkout') },
    ],
  },
}

function baggageBytes(view: PropagationView): number {
  return hopAt(view, 'checkout').incoming.find(([name]) => name === 'baggage')?.[1].length ?? 0
}

/** The known confusions, the plain case first. */
export const propagationPresets: readonly [PropagationPreset, ...PropagationPreset[]] = [
  healthy,
  stripped,
  uninstrumented,
  queueParent,
  queueLink,
  forgotten,
  tooLarge,
  upperCase,
  mixed,
  boundary,
]

import {
  type AttributePlace,
  attributePlaces,
  placeAttribute,
  placementRules,
} from '../../engine/conventions/attribute-place'
import { attributeCases } from '../attribute-cases'
import { drawOne } from '../draw'
import type { Generator } from '../generator'
import type { SimulatorState } from '../problem'
import { moments } from '../simulator-moments'

const words: Record<AttributePlace, string> = {
  resource: 'On the resource',
  span: 'On the span',
  metric: 'On the metric, as an attribute of its points',
  log: 'On a log record',
  baggage: 'In baggage',
}

/**
 * What shows the place: a simulator of one shop does not have every attribute, so it is one of its own that stands
 * there. What belongs on the span is shown on the metric, where it does harm.
 */
const simulators: Record<AttributePlace, SimulatorState> = {
  resource: {
    name: 'resource-slicer',
    params: { groupBy: 'service.version', fault: 'version', store: 'spans' },
    atMs: moments.slicer,
  },
  span: {
    name: 'cardinality',
    params: { userPlace: 'metric', routePlace: 'metric' },
    atMs: moments.cardinality,
  },
  metric: {
    name: 'cardinality',
    params: { userPlace: 'span', routePlace: 'metric' },
    atMs: moments.cardinality,
  },
  log: { name: 'trace-explorer', params: { trouble: 'error', detail: 'calls' }, atMs: moments.log },
  baggage: {
    name: 'propagation',
    params: { baggage: 'attached', incoming: '', web: 'both', checkout: 'both' },
    atMs: moments.checkout,
  },
}

/** Where a fact is written down, by what it is a fact of and what it is wanted for. */
export const attributePlace: Generator<'attribute-place'> = {
  name: 'attribute-place',
  make(random) {
    // Places first, so that each is right about as often as the others, however many cases it has.
    const place = drawOne(random, attributePlaces)
    const asked = drawOne(
      random,
      attributeCases.filter((each) => placeAttribute(each).place === place),
    )
    const rule = placeAttribute(asked)
    return {
      question: `\`${asked.name}\`, for example \`${drawOne(random, asked.examples)}\`. ${asked.wish}\n\nWhere does it belong, first of all?`,
      trace: null,
      asks: {
        kind: 'one',
        options: attributePlaces.map((each) => ({
          text: words[each],
          isRight: each === rule.place,
          feedback: each === rule.place ? rule.reason : wrongly(each, rule.place),
        })),
      },
      steps: explain(rule.place, rule.reason, asked.use === 'break-down' && asked.values === 'many'),
      simulator: simulators[rule.place],
    }
  },
}

function wrongly(chosen: AttributePlace, right: AttributePlace): string {
  if (chosen === 'metric' && right === 'span')
    return 'Each value would make a series of its own, until the cardinality limit hides them all in the overflow.'
  if (chosen === 'baggage')
    return 'Baggage is sent with every request, to whoever is called, and is recorded nowhere. No other service needs this to do its work.'
  if (right === 'baggage')
    return 'There it can be read later, in a backend. The service further on needs it now, while the request is with it.'
  if (chosen === 'resource')
    return 'A resource is the same for everything that a process sends. This differs from one request or record to the next.'
  if (right === 'resource')
    return 'There it would have to be written again and again, and only on that signal. It is the same for all that this producer sends.'
  if (right === 'log')
    return 'It belongs to one thing that happened at one moment, and the record of that is a log record, or an event.'
  if (right === 'metric')
    return `There it can be read for single cases. A chart needs it on the metric, and with so few values it may be there.`
  return 'It is a detail of the whole operation, and not of one moment in it.'
}

function explain(place: AttributePlace, reason: string, isTooMany: boolean): string {
  const asked = placementRules.findIndex((rule) => rule.place === place)
  const exemplar = isTooMany ? ' For a way from the chart to single cases there are exemplars.' : ''
  const questions: Record<AttributePlace, string> = {
    resource: 'Is it a fact of whoever produces the telemetry?',
    baggage: 'Must services further on act on it?',
    log: 'Is it a fact of one thing that happened at one moment?',
    metric: 'Has it few values, and is a rate to be broken down by it?',
    span: 'Else it is a detail of the operation.',
  }
  return [
    ...placementRules
      .slice(0, asked + 1)
      .map((rule) => `1. ${questions[rule.place]} ${rule.place === place ? `**${words[place]}.**` : 'No.'}`),
    '',
    `${reason}${exemplar}`,
  ].join('\n')
}

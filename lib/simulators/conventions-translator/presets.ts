import type { Preset } from '../preset'
import type { ConventionsParams } from './params'
import type { ConventionsView } from './view'

type ConventionsPreset = Preset<ConventionsParams, ConventionsView>

const span = `{
  "http.method": "POST",
  "http.status_code": 200,
  "http.target": "/checkout?step=2",
  "net.peer.name": "payment",
  "db.system": "postgresql",
  "db.statement": "INSERT INTO charges …",
  "deployment.environment": "production"
}
http.server.duration`

const plain: ConventionsParams = {
  seed: 7,
  web: 'new',
  checkout: 'old',
  payment: 'old',
  rollout: 'none',
  query: 'span-old',
  names: span,
}

const share = (view: ConventionsView) => (view.right + 2 * view.twice) / Math.max(1, view.requests)

const ahead: ConventionsPreset = {
  id: 'ahead',
  title: 'One service ahead of the others',
  params: plain,
  prediction: {
    question:
      'web writes http.request.method, the others http.method. What does a query for http.method count?',
    options: [
      { text: 'Everything: the backend knows both names.', holds: (view) => share(view) > 0.95 },
      { text: 'About two thirds.', holds: (view) => share(view) > 0.5 && share(view) <= 0.95 },
      { text: 'Nothing.', holds: (view) => share(view) <= 0.5 },
    ],
  },
}

const bothSpans: ConventionsPreset = {
  id: 'both-spans',
  title: 'Both names on a span',
  params: { ...plain, web: 'both', checkout: 'both', payment: 'both', query: 'span-either' },
  prediction: {
    question:
      'With http/dup every span carries both names. A query asks for either. How often is a span counted?',
    options: [
      { text: 'Once: it is one span.', holds: (view) => share(view) === 1 },
      { text: 'Twice.', holds: (view) => share(view) > 1.5 },
    ],
  },
}

const bothMetrics: ConventionsPreset = {
  id: 'both-metrics',
  title: 'Both metrics, added up',
  params: { ...plain, web: 'both', checkout: 'both', payment: 'both', query: 'metric-sum' },
  prediction: {
    question:
      'With http/dup there are two histograms. A dashboard adds their counts. How often is a request counted?',
    options: [
      { text: 'Once.', holds: (view) => share(view) <= 1 },
      { text: 'Twice: it is in both.', holds: (view) => share(view) > 1.5 },
    ],
  },
}

const lastBar = ({ bars }: ConventionsView) => bars.at(-1)!
const direct: ConventionsPreset = {
  id: 'direct',
  title: 'Straight to the new names',
  params: { ...plain, web: 'old', rollout: 'direct', query: 'metric-old' },
  prediction: {
    question:
      'The services move one after another, straight to the new names. An alert counts http.server.duration. At the end it:',
    options: [
      { text: 'Counts as before.', holds: (view) => lastBar(view).counted >= lastBar(view).requests },
      {
        text: 'Counts nothing, and never fires again.',
        holds: (view) => lastBar(view).requests > 0 && lastBar(view).counted === 0,
      },
    ],
  },
}

const full = ({ bars }: ConventionsView, fromMs: number, toMs: number) =>
  bars
    .filter((bar) => bar.fromMs >= fromMs && bar.fromMs < toMs)
    .every(({ requests, counted }) => requests === counted)
const viaBoth: ConventionsPreset = {
  id: 'via-both',
  title: 'By way of both',
  params: { ...plain, web: 'old', rollout: 'both', query: 'metric-new' },
  prediction: {
    question:
      'The services write both names from 2, 3 and 4 s on, and drop the old from 7 s on. When can the dashboard move to the new name?',
    options: [
      { text: 'From 2 s, with the first service.', holds: (view) => full(view, 2000, 12_000) },
      {
        text: 'From 4 s, when the last writes both.',
        holds: (view) => !full(view, 2000, 4000) && full(view, 4000, 12_000),
      },
      { text: 'From 9 s, when nobody writes the old.', holds: (view) => !full(view, 4000, 9000) },
    ],
  },
}

const answered = ({ mean }: ConventionsView) => mean?.answered ?? 0
const units: ConventionsPreset = {
  id: 'units',
  title: 'A threshold in milliseconds',
  params: { ...plain, web: 'new', checkout: 'new', payment: 'new', query: 'metric-new' },
  prediction: {
    question:
      'An alert fires when the mean is above 250. It now reads http.server.request.duration; a request takes about 300 ms. Does it fire?',
    options: [
      { text: 'Yes: 300 is above 250.', holds: (view) => answered(view) > 250 },
      { text: 'No: the new metric says about 0.3.', holds: (view) => answered(view) <= 250 },
    ],
  },
}

/** The known confusions, the plain case first. */
export const conventionsPresets = [ahead, bothSpans, bothMetrics, direct, viaBoth, units] as const

import type { Preset } from '../preset'
import type { SliceParams } from './params'
import { isConcentrated } from './sentence'
import type { SliceView } from './view'

type SlicePreset = Preset<SliceParams, SliceView>

const plain: SliceParams = {
  seed: 7,
  fault: 'version',
  groupBy: 'k8s.node.name',
  thenBy: 'none',
  only: '',
  identity: 'unique',
  store: 'spans',
}

const slices = ({ answer }: SliceView) => (answer.ok ? answer.slices : [])
const concentrates = (view: SliceView) => isConcentrated(slices(view))

const version: SlicePreset = {
  id: 'version',
  title: 'A bad version that looks like a bad node',
  params: plain,
  prediction: {
    question:
      'The new version of payment fails often. It runs on one node, beside healthy instances. Grouped by node, what do you see?',
    options: [
      { text: 'That node looks ill.', holds: concentrates },
      {
        text: 'Nothing: the healthy ones hide it.',
        holds: (view) => !concentrates(view),
      },
    ],
  },
}

const versionFound: SlicePreset = {
  id: 'version-found',
  title: 'A bad version, seen by service and version',
  params: { ...plain, groupBy: 'service.name', thenBy: 'service.version' },
  prediction: {
    question: 'The same errors, grouped by service.name and then by service.version. What stands out?',
    options: [
      { text: 'Version 1.5.0 of every service.', holds: (view) => !concentrates(view) },
      { text: 'One pair: payment, 1.5.0.', holds: concentrates },
    ],
  },
}

const node: SlicePreset = {
  id: 'node',
  title: 'A bad node, seen by service',
  params: { ...plain, fault: 'node', groupBy: 'service.name' },
  prediction: {
    question:
      'One node is ill, and every service has instances there. Grouped by service.name, which service is to blame?',
    options: [
      { text: 'One of them stands out.', holds: concentrates },
      { text: 'None: all fail about alike.', holds: (view) => !concentrates(view) },
    ],
  },
}

const unknown: SlicePreset = {
  id: 'unknown',
  title: 'service.name forgotten',
  params: { ...plain, identity: 'unknown', groupBy: 'service.name' },
  prediction: {
    question: 'checkout and payment run without service.name. How many services does the backend list?',
    options: [
      { text: 'Three: it knows them by their addresses.', holds: (view) => slices(view).length === 3 },
      { text: 'Two: web, and one unknown_service.', holds: (view) => slices(view).length === 2 },
      { text: 'One.', holds: (view) => slices(view).length === 1 },
    ],
  },
}

const factor = ({ mixed }: SliceView) => (mixed ? mixed.increase / Math.max(1, mixed.trueIncrease) : 1)
const shared: SlicePreset = {
  id: 'shared',
  title: 'Two instances, one identity',
  params: {
    ...plain,
    fault: 'none',
    identity: 'shared',
    groupBy: 'service.instance.id',
    only: 'service.name=payment',
  },
  prediction: {
    question:
      'Two instances of payment have the same service.instance.id. Both export a cumulative counter. Its increase is:',
    options: [
      { text: 'Right: the two are added up.', holds: (view) => factor(view) > 0.8 && factor(view) < 1.25 },
      { text: 'Half: one overwrites the other.', holds: (view) => factor(view) <= 0.8 },
      { text: 'Many times too large.', holds: (view) => factor(view) >= 1.25 },
    ],
  },
}

const targetInfo: SlicePreset = {
  id: 'target-info',
  title: 'A resource attribute in Prometheus',
  params: { ...plain, fault: 'node', store: 'prometheus' },
  prediction: {
    question:
      'The same requests as a counter in Prometheus. A query groups it by k8s_node_name. How many groups come back?',
    options: [
      { text: 'Three, one for each node.', holds: (view) => slices(view).length === 3 },
      { text: 'One, without that label.', holds: (view) => slices(view).length === 1 },
    ],
  },
}

const joined: SlicePreset = {
  id: 'join',
  title: 'A join with target_info',
  params: { ...plain, fault: 'node', store: 'join' },
  prediction: {
    question: 'Now the query joins target_info on job and instance. Is the ill node found?',
    options: [
      { text: 'Yes.', holds: concentrates },
      { text: 'No: a join cannot bring labels.', holds: (view) => !concentrates(view) },
    ],
  },
}

const joinShared: SlicePreset = {
  id: 'join-shared',
  title: 'A join, with one identity twice',
  params: { ...plain, fault: 'node', store: 'join', identity: 'shared' },
  prediction: {
    question: 'The same join, while two instances of payment share one identity. What comes back?',
    options: [
      { text: 'The same answer.', holds: ({ answer }) => answer.ok },
      { text: 'An error: the match is not unique.', holds: ({ answer }) => !answer.ok },
    ],
  },
}

/** The known confusions, the plain case first. */
export const slicePresets = [
  ...([version, versionFound, node, unknown, shared, targetInfo, joined, joinShared] as const),
] as const

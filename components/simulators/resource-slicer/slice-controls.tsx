import { useState } from 'react'
import { createFleet } from '@/lib/simulators/resource-slicer/fleet'
import {
  type Fault,
  type Identity,
  type SliceKey,
  type SliceParams,
  type Store,
  sliceKeys,
} from '@/lib/simulators/resource-slicer/params'
import { PanelTabs } from '../controls/panel-tabs'
import { SelectControl } from '../controls/select-control'

interface Props {
  params: SliceParams
  set: <K extends keyof SliceParams>(name: K, value: SliceParams[K]) => void
}

const panels = [
  ['question', 'The question'],
  ['shop', 'The shop'],
] as const
type Panel = (typeof panels)[number][0]

const keyWords = Object.fromEntries(sliceKeys.map((key) => [key, key])) as Record<SliceKey, string>
const storeWords: Record<Store, string> = {
  spans: 'Spans',
  prometheus: 'A counter in Prometheus',
  join: 'The counter, joined with target_info',
  promoted: 'The counter, attributes promoted',
}
const faultWords: Record<Fault, string> = {
  version: 'payment 1.5.0 fails',
  node: 'node-2 is ill',
  region: 'us-east-1 is ill',
  none: 'Nothing',
}
const identityWords: Record<Identity, string> = {
  unique: 'Each by an id of its own',
  shared: 'Two of payment share one',
  unknown: 'checkout and payment: no name',
}
const grid = 'grid grid-cols-2 items-end gap-x-4 gap-y-3 @3xl:grid-cols-4 @3xl:gap-x-6'

/** One group of controls at a time: what is asked, or what the shop is like. */
export function SliceControls({ params, set }: Props) {
  const [panel, setPanel] = useState<Panel>('question')
  return (
    <div className="flex flex-col gap-3">
      <PanelTabs panels={panels} shown={panel} onShow={setPanel} />
      {panel === 'question' ? (
        <div className={grid}>
          <SelectControl<SliceKey>
            label="Group by"
            value={params.groupBy}
            options={keyWords}
            onChange={(value) => set('groupBy', value)}
          />
          <SelectControl<SliceParams['thenBy']>
            label="Then by"
            value={params.thenBy}
            options={{ none: 'nothing more', ...keyWords }}
            onChange={(value) => set('thenBy', value)}
          />
          <SelectControl
            label="Only"
            value={params.only}
            options={filtersOf(params)}
            onChange={(value) => set('only', value)}
          />
          <SelectControl<Store>
            label="Asked of"
            value={params.store}
            options={storeWords}
            onChange={(value) => set('store', value)}
          />
        </div>
      ) : (
        <div className={grid}>
          <SelectControl<Fault>
            label="What is wrong"
            value={params.fault}
            options={faultWords}
            onChange={(value) => set('fault', value)}
          />
          <SelectControl<Identity>
            label="How instances name themselves"
            value={params.identity}
            options={identityWords}
            onChange={(value) => set('identity', value)}
          />
        </div>
      )}
    </div>
  )
}

/** Every value that an instance has; and the filter that is on, though nobody should have it. */
function filtersOf({ identity, only }: SliceParams): Record<string, string> {
  const pairs = sliceKeys.flatMap((key) =>
    [...new Set(createFleet(identity).map(({ resource }) => resource[key]))]
      .sort()
      .map((value) => `${key}=${value}`),
  )
  const all = ['', ...pairs, ...(pairs.includes(only) ? [] : [only])]
  return Object.fromEntries(all.map((pair) => [pair, pair === '' ? 'everything' : pair.replace('=', ' = ')]))
}

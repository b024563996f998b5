import { useCallback, useMemo } from 'react'
import { readsYaml, type SamplingParams } from '@/lib/simulators/sampling/params'
import { samplingSentence, watchSentence } from '@/lib/simulators/sampling/sentence'
import { samplingShape } from '@/lib/simulators/sampling/shape'
import type { SamplingView } from '@/lib/simulators/sampling/view'
import type { SimulatorStore } from '@/lib/simulators/store'
import { OpeningPlace } from './opening-place'
import { Reading } from './reading'
import { Legend } from './sampling/legend'
import { openSamplingMaker } from './sampling/make-sampling'
import { ResultsTable } from './sampling/results-table'
import { SamplingControls } from './sampling/sampling-controls'
import { SideScene } from './sampling/side-scene'
import { SlicesTable } from './sampling/slices-table'
import { YamlPlace } from './sampling/yaml-place'
import { yamlReader } from './sampling/yaml-reader'
import { SimulatorFrame } from './simulator-frame'
import type { SimulatorProps } from './simulator-props'
import { useSimulator } from './use-simulator'
import { useStore } from './use-store'

/** Forty seconds of traffic, sampled in one way or two. */
export function Sampling(props: SimulatorProps) {
  const { store, failed, retry } = useStore(samplingShape, props, openSamplingMaker)
  if (store === null) return <OpeningPlace failed={failed} onRetry={retry} />
  return <SamplingOf store={store} inUrl={props.inUrl} />
}

interface Props {
  store: SimulatorStore<SamplingParams, SamplingView>
  inUrl: boolean | undefined
}

function SamplingOf({ store, inUrl }: Props) {
  const running = useSimulator(samplingShape, store, { inUrl })
  const { view, params, playing, revealed, preset } = running.state
  const { set } = store
  const controls = useMemo(
    () => <SamplingControls key={preset} params={params} set={set} preset={preset} />,
    [params, set, preset],
  )
  const runYaml = useCallback((text: string) => set('yaml', text), [set])
  const sides = (['a', 'b'] as const).flatMap((side) => {
    const shown = view[side]
    return shown === null ? [] : [[side, shown] as const]
  })
  return (
    <SimulatorFrame
      running={running}
      title="What is kept"
      task="Choose how traces are picked, and see what is kept, what waits and what is lost."
      heading={inUrl ? 'h2' : 'h3'}
      stepName="Next 2 s"
      sentence={playing ? watchSentence(view) : samplingSentence(view)}
      room="min-h-[342px] @3xl:min-h-[156px]"
      controls={controls}
      table={<SlicesTable view={view} revealed={revealed} />}
    >
      <div className="flex flex-col gap-4">
        <div className={sides.length === 1 ? '' : 'grid gap-x-6 gap-y-5 @3xl:grid-cols-2'}>
          {sides.map(([side, { settings, waits }]) => (
            <SideScene
              key={side}
              api={store.api}
              side={side}
              isCompared={sides.length > 1}
              settings={settings}
              waits={waits}
            />
          ))}
        </div>
        <Legend />
        <Reading api={store.api} phase={0.67}>
          {(now) => <ResultsTable view={now.view} params={now.params} />}
        </Reading>
        {readsYaml(params) && (
          <YamlPlace isReady={yamlReader.read !== null} value={params.yaml} onRun={runYaml} />
        )}
      </div>
    </SimulatorFrame>
  )
}

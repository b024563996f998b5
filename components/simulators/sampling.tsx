import { useMemo, useState } from 'react'
import { findPreset, placeOf } from '@/lib/simulators/place'
import { fateCode } from '@/lib/simulators/sampling/fate'
import type { SamplingParams } from '@/lib/simulators/sampling/params'
import { samplingSentence, watchSentence } from '@/lib/simulators/sampling/sentence'
import { readUrlState } from '@/lib/simulators/url-state'
import { ReaderGate } from './reader-gate'
import { Legend } from './sampling/legend'
import { ResultsTable } from './sampling/results-table'
import { SamplingControls } from './sampling/sampling-controls'
import { SideScene } from './sampling/side-scene'
import { SlicesTable } from './sampling/slices-table'
import { loadYamlReader, sampling, yamlReader } from './sampling/yaml-reader'
import { SimulatorFrame } from './simulator-frame'
import type { SimulatorProps } from './simulator-props'
import { useSimulator } from './use-simulator'

const readsYaml = ({ a, b }: Pick<SamplingParams, 'a' | 'b'>) => a === 'yaml' || b === 'yaml'

/** The parameters that the page opens with. */
function firstParams({ preset, state, inUrl }: SimulatorProps): SamplingParams {
  const place = inUrl
    ? readUrlState(sampling, location.search)
    : placeOf(sampling, { preset, ...(state && { given: state }) })
  return place.params
}

/** Forty seconds of traffic, sampled in one way or two. */
export function Sampling(props: SimulatorProps) {
  const [waits] = useState(() => yamlReader.read === null && readsYaml(firstParams(props)))
  return (
    <ReaderGate waits={waits} load={loadYamlReader}>
      <SamplingRun {...props} />
    </ReaderGate>
  )
}

function SamplingRun(props: SimulatorProps) {
  const running = useSimulator(sampling, props)
  const { view, params, playing, revealed } = running.state
  const [failed, setFailed] = useState(false)

  /** Makes a change that may need the YAML parser: fetched first, once. */
  function change(needsReader: boolean, make: () => void) {
    setFailed(false)
    if (!needsReader || yamlReader.read !== null) make()
    else loadYamlReader().then(make, () => setFailed(true))
  }
  const choosePreset = (id: string) =>
    change(readsYaml(findPreset(sampling, id).params), () => running.choosePreset(id))
  const set: typeof running.set = (name, value) => change(value === 'yaml', () => running.set(name, value))

  const preview = useMemo(
    () => (revealed ? null : new Uint8Array(view.traffic.traceCount).fill(fateCode.waiting)),
    [revealed, view.traffic],
  )
  const sentence = playing ? watchSentence(view) : samplingSentence(view, params)
  return (
    <SimulatorFrame
      running={{ ...running, choosePreset, set }}
      title="What is kept"
      task="Choose how traces are picked, and see what is kept, what waits and what is lost."
      heading={props.inUrl ? 'h2' : 'h3'}
      stepName="Next 2 s"
      sentence={failed ? 'The reader of configurations could not be fetched. Try again.' : sentence}
      controls={<SamplingControls params={params} set={set} />}
      table={<SlicesTable view={view} revealed={revealed} />}
    >
      <div className="flex flex-col gap-4">
        <div className={view.b === null ? '' : 'grid gap-x-6 gap-y-5 @3xl:grid-cols-2'}>
          <SideScene view={view} side={view.a} letter={view.b === null ? null : 'A'} preview={preview} />
          {view.b !== null && <SideScene view={view} side={view.b} letter="B" preview={preview} />}
        </div>
        <Legend />
        <ResultsTable view={view} params={params} />
      </div>
    </SimulatorFrame>
  )
}

import { useEffect, useMemo, useState } from 'react'
import { findPreset, placeOf } from '@/lib/simulators/place'
import { fateCode } from '@/lib/simulators/sampling/fate'
import type { SamplingParams } from '@/lib/simulators/sampling/params'
import { samplingSentence, watchSentence } from '@/lib/simulators/sampling/sentence'
import { readUrlState } from '@/lib/simulators/url-state'
import { Legend } from './sampling/legend'
import { ResultsTable } from './sampling/results-table'
import { SamplingControls } from './sampling/sampling-controls'
import { SideScene } from './sampling/side-scene'
import { SlicesTable } from './sampling/slices-table'
import { loadYamlReader, sampling, yamlReader } from './sampling/yaml-reader'
import { SimulatorButton } from './simulator-button'
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
  const [ready, setReady] = useState(() => yamlReader.read !== null || !readsYaml(firstParams(props)))
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (ready || failed) return
    loadYamlReader().then(
      () => setReady(true),
      () => setFailed(true),
    )
  }, [ready, failed])
  if (ready) return <SamplingRun {...props} />
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 rounded border border-line bg-sunken p-6 text-[15px] text-soft">
      {failed ? (
        <>
          <p className="m-0">The reader of configurations could not be fetched.</p>
          <SimulatorButton onClick={() => setFailed(false)}>Try again</SimulatorButton>
        </>
      ) : (
        <p className="m-0">Fetching the reader of configurations.</p>
      )}
    </div>
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
  const sentence = playing ? watchSentence(view) : samplingSentence(view)
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

import type { MakeRun } from '@/lib/simulators/make-run'
import { MaterialMemory } from '@/lib/simulators/sampling/material'
import { readsYaml, type SamplingParams } from '@/lib/simulators/sampling/params'
import { startSampling } from '@/lib/simulators/sampling/shape'
import type { SamplingView } from '@/lib/simulators/sampling/view'
import { makeElsewhere } from '../make-elsewhere'
import { makeLatest } from '../make-latest'
import type { RunMaker } from '../use-store'
import type { MakeMaterial } from './sampling-messages'
import { loadYamlReader, yamlReader } from './yaml-reader'

/** Runs of the sampling simulator, made in a worker of their own; where there is none, in slices on the page. */
export function openSamplingMaker(): RunMaker<SamplingParams, SamplingView> {
  const worker = startWorker()
  const make = makeWithMemory(
    makeElsewhere(worker, () => import('./make-in-slices').then(({ makeInSlices }) => makeInSlices())),
  )
  return { make: makeLatest(make), close: () => worker?.terminate() }
}

/** Keeps what was made, so that only what has changed is made anew: nothing at all for the price of a gigabyte. */
function makeWithMemory(make: MakeMaterial): MakeRun<SamplingParams, SamplingView> {
  const memory = new MaterialMemory()
  return (params, elapsedMs, { ready, progress, failed }) => {
    const lacking = memory.lacks(params)
    let giveUp = () => {}
    let isGivenUp = false
    function begin() {
      if (isGivenUp) return
      if (lacking.length === 0) return ready(startSampling(params, memory.get(params), elapsedMs))
      giveUp = make(
        { params, lacking },
        {
          progress,
          failed,
          made(made) {
            memory.put(params, made)
            ready(startSampling(params, memory.get(params), elapsedMs))
          },
        },
      )
    }
    // The editor beside the picture reads configurations on the page, wherever the run is made.
    if (readsYaml(params) && yamlReader.read === null)
      loadYamlReader().then(begin, () => isGivenUp || failed())
    else begin()
    return () => {
      isGivenUp = true
      giveUp()
    }
  }
}

function startWorker(): Worker | null {
  return typeof Worker === 'undefined'
    ? null
    : new Worker(new URL('./sampling-worker.ts', import.meta.url), { name: 'sampling' })
}

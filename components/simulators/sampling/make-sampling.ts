import type { MakeRun } from '@/lib/simulators/make-run'
import { MaterialMemory } from '@/lib/simulators/sampling/material'
import { readsYaml, type SamplingParams } from '@/lib/simulators/sampling/params'
import { startSampling } from '@/lib/simulators/sampling/shape'
import type { SamplingView } from '@/lib/simulators/sampling/view'
import { makeLatest } from '../make-latest'
import type { RunMaker } from '../use-store'
import type { FromWorker, MakeMaterial, ToWorker } from './sampling-messages'
import { loadYamlReader, yamlReader } from './yaml-reader'

/** Runs of the sampling simulator, made in a worker of their own; where there is none, in slices on the page. */
export function openSamplingMaker(): RunMaker<SamplingParams, SamplingView> {
  const worker = startWorker()
  const make = makeWithMemory(worker === null ? makeLateOnPage() : makeInWorker(worker))
  return { make: makeLatest(make), close: () => worker?.terminate() }
}

/** Keeps what was made, so that only what has changed is made anew: nothing at all for the price of a gigabyte. */
function makeWithMemory(make: MakeMaterial): MakeRun<SamplingParams, SamplingView> {
  const memory = new MaterialMemory()
  let id = 0
  return (params, elapsedMs, { ready, progress, failed }) => {
    const lacking = memory.lacks(params)
    let giveUp = () => {}
    let isGivenUp = false
    function begin() {
      if (isGivenUp) return
      if (lacking.length === 0) return ready(startSampling(params, memory.get(params), elapsedMs))
      id += 1
      giveUp = make(
        { id, params, lacking },
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

/** Makes it on the page, once what makes it has been fetched. */
function makeLateOnPage(): MakeMaterial {
  let onPage: MakeMaterial | null = null
  return (request, listener) => {
    if (onPage !== null) return onPage(request, listener)
    let isGivenUp = false
    let giveUp = () => {}
    import('./make-on-page').then(
      ({ makeOnPage }) => {
        onPage ??= makeOnPage()
        if (!isGivenUp) giveUp = onPage(request, listener)
      },
      () => isGivenUp || listener.failed(),
    )
    return () => {
      isGivenUp = true
      giveUp()
    }
  }
}

function makeInWorker(worker: Worker): MakeMaterial {
  const onPage = makeLateOnPage()
  let isBroken = false
  return (request, listener) => {
    if (isBroken) return onPage(request, listener)
    let giveUp = () => worker.postMessage(null satisfies ToWorker)
    // A worker that could not be fetched, or that a policy refuses: the page does the work itself from now on.
    worker.onerror = () => {
      isBroken = true
      giveUp = onPage(request, listener)
    }
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.id !== request.id) return
      if (data.what === 'progress') listener.progress(data.share)
      else if (data.what === 'made') listener.made(data.made)
      else giveUp = onPage(request, listener)
    }
    worker.postMessage(request satisfies ToWorker)
    return () => giveUp()
  }
}

function startWorker(): Worker | null {
  return typeof Worker === 'undefined'
    ? null
    : new Worker(new URL('./sampling-worker.ts', import.meta.url), { name: 'sampling' })
}

import type { PipelineParams } from '@/lib/simulators/collector-pipeline/params'
import { type PipelineFilm, playFilm } from '@/lib/simulators/collector-pipeline/shape'
import type { PipelineView } from '@/lib/simulators/collector-pipeline/view'
import { makeElsewhere } from '../make-elsewhere'
import { makeLatest } from '../make-latest'
import type { RunMaker } from '../use-store'

/** Runs of the Collector simulator, made in a worker of their own; where there is none, in slices on the page. */
export function openPipelineMaker(): RunMaker<PipelineParams, PipelineView> {
  const worker = startWorker()
  const make = makeElsewhere<PipelineParams, PipelineFilm>(worker, () =>
    import('./make-in-slices').then(({ makeInSlices }) => makeInSlices()),
  )
  let last: { readonly key: string; readonly film: PipelineFilm } | null = null
  return {
    make: makeLatest((params, elapsedMs, { ready, progress, failed }) => {
      const key = JSON.stringify(params)
      const play = (film: PipelineFilm) => {
        last = { key, film }
        ready(playFilm(film, elapsedMs))
      }
      if (last?.key === key) {
        play(last.film)
        return () => {}
      }
      return make(params, { made: play, progress, failed })
    }),
    close: () => worker?.terminate(),
  }
}

function startWorker(): Worker | null {
  return typeof Worker === 'undefined'
    ? null
    : new Worker(new URL('./pipeline-worker.ts', import.meta.url), { name: 'collector-pipeline' })
}

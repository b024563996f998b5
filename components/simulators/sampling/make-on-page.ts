import { createMaterialMaker } from '@/lib/simulators/sampling/make-material'
import { runInSlices } from '../run-in-slices'
import type { MakeMaterial } from './sampling-messages'
import { yamlReader } from './yaml-reader'

/** What the worker does, in slices on the page. Fetched only where there is no worker: it is most of the code. */
export function makeOnPage(): MakeMaterial {
  const make = createMaterialMaker(yamlReader)
  return ({ params, lacking }, { made, progress }) =>
    runInSlices(make(params, lacking), { done: made, progress })
}

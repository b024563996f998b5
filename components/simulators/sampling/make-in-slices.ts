import { createMaterialMaker } from '@/lib/simulators/sampling/make-material'
import { readsYaml } from '@/lib/simulators/sampling/params'
import { runInSlices } from '../run-in-slices'
import type { MakeMaterial } from './sampling-messages'
import { loadYamlReader, yamlReader } from './yaml-reader'

/** Makes material in slices, in a worker or on the page. A configuration is read by what has to be fetched first. */
export function makeInSlices(): MakeMaterial {
  const make = createMaterialMaker(yamlReader)
  return ({ params, lacking }, { made, progress, failed }) => {
    let isGivenUp = false
    let giveUp = () => {}
    function begin() {
      if (!isGivenUp) giveUp = runInSlices(make(params, lacking), { done: made, progress })
    }
    if (readsYaml(params) && yamlReader.read === null)
      loadYamlReader().then(begin, () => isGivenUp || failed())
    else begin()
    return () => {
      isGivenUp = true
      giveUp()
    }
  }
}

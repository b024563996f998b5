import { createMaterialMaker } from '@/lib/simulators/sampling/make-material'
import type { SamplingMaterial } from '@/lib/simulators/sampling/material'
import { readsYaml } from '@/lib/simulators/sampling/params'
import { runInSlices } from '../run-in-slices'
import type { FromWorker, MaterialRequest, ToWorker } from './sampling-messages'
import { loadYamlReader, yamlReader } from './yaml-reader'

// The types of a page are those that this project has; a worker's own scope has these two in common with a window.
const scope = self as unknown as {
  onmessage: (event: MessageEvent<ToWorker>) => void
  postMessage(message: FromWorker, transfer?: Transferable[]): void
}

const make = createMaterialMaker(yamlReader)
let giveUp = () => {}
let latest = 0

scope.onmessage = ({ data: request }) => {
  giveUp()
  latest = request?.id ?? 0
  if (request === null) return
  if (!readsYaml(request.params)) return begin(request)
  loadYamlReader().then(
    () => latest === request.id && begin(request),
    () => scope.postMessage({ id: request.id, what: 'failed' }),
  )
}

function begin({ id, params, lacking }: MaterialRequest) {
  giveUp = runInSlices(make(params, lacking), {
    progress: (share) => scope.postMessage({ id, what: 'progress', share }),
    done(made) {
      const sent = { ...made, ...(made.traffic && { traffic: copyColumns(made.traffic) }) }
      scope.postMessage({ id, what: 'made', made: sent }, buffersOf(sent))
    },
  })
}

/** What is handed over is gone from here, and the traffic is needed again for the next history. */
function copyColumns<T extends object>(columns: T): T {
  const copies = Object.entries(columns).map(([name, value]) => [
    name,
    ArrayBuffer.isView(value) ? (value as Uint8Array).slice() : value,
  ])
  return Object.fromEntries(copies)
}

function buffersOf(made: Partial<SamplingMaterial>): Transferable[] {
  return Object.values(made).flatMap((part) =>
    part === null
      ? []
      : Object.values(part).flatMap((column) =>
          ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : [],
        ),
  )
}

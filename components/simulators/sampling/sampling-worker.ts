import type { SamplingMaterial } from '@/lib/simulators/sampling/material'
import { serveWorker } from '../serve-worker'
import { makeInSlices } from './make-in-slices'

serveWorker(makeInSlices(), (made) => {
  const sent = { ...made, ...(made.traffic && { traffic: copyColumns(made.traffic) }) }
  return { sent, handed: buffersOf(sent) }
})

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

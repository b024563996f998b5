import { serveWorker } from '../serve-worker'
import { makeInSlices } from './make-in-slices'

serveWorker(makeInSlices(), (film) => ({ sent: film, handed: [] }))

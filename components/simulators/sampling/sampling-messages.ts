import type { Part, SamplingMaterial } from '@/lib/simulators/sampling/material'
import type { SamplingParams } from '@/lib/simulators/sampling/params'

/** Parts of the material that a page lacks for a run. */
export interface MaterialRequest {
  readonly id: number
  readonly params: SamplingParams
  readonly lacking: readonly Part[]
}

/** What a page asks of the worker. A request replaces the one before; null gives that up and asks for nothing. */
export type ToWorker = MaterialRequest | null

/** What the worker answers, with the id of the request. `failed`: the reader of configurations could not be fetched. */
export type FromWorker =
  | { readonly id: number; readonly what: 'progress'; readonly share: number }
  | { readonly id: number; readonly what: 'made'; readonly made: Partial<SamplingMaterial> }
  | { readonly id: number; readonly what: 'failed' }

/** Who asked for material. */
export interface MaterialListener {
  made(made: Partial<SamplingMaterial>): void
  progress(share: number): void
  /** What makes it could not be had. */
  failed(): void
}

/** @returns gives the request up. */
export type MakeMaterial = (request: MaterialRequest, listener: MaterialListener) => () => void

import type { Part, SamplingMaterial } from '@/lib/simulators/sampling/material'
import type { SamplingParams } from '@/lib/simulators/sampling/params'
import type { Make } from '../make-elsewhere'

/** Parts of the material that a page lacks for a run. */
export interface MaterialRequest {
  readonly params: SamplingParams
  readonly lacking: readonly Part[]
}

export type MakeMaterial = Make<MaterialRequest, Partial<SamplingMaterial>>

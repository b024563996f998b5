import * as z from 'zod/mini'
import { causes } from './cause'

export const incidentDrillParams = z.object({
  seed: z.int().check(z.minimum(0), z.maximum(9999)),
  /** 0: the seed draws the cause. From 1 on a cause by its number, which does not tell what it is. */
  drill: z.int().check(z.minimum(0), z.maximum(causes.length)),
})

export type IncidentDrillParams = z.infer<typeof incidentDrillParams>

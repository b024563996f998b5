import { z } from 'zod'

/** Which fit is meant. */
export const fitInput = z.object({ fit: z.uuid() })

import type { ProblemName } from '@/lib/problems/catalogue'

/** Heights in pixels, in a column of a phone and of a lesson on a wide screen. */
export interface ProblemRoom {
  readonly phone: number
  readonly wide: number
}

/** What a problem of each kind takes at most, unanswered: seen over eighty seeds of each card, and rounded up. */
export const problemRoom: Readonly<Record<ProblemName, ProblemRoom>> = {
  'series-arithmetic': { phone: 400, wide: 372 },
  'tail-sampling-keeps': { phone: 1200, wide: 1140 },
  'policy-credit': { phone: 1100, wide: 1072 },
  'header-fault': { phone: 584, wide: 532 },
  'span-parent': { phone: 672, wide: 564 },
  'adjusted-count': { phone: 392, wide: 308 },
  'sampling-threshold': { phone: 244, wide: 216 },
  'critical-path': { phone: 1140, wide: 1044 },
  'span-status': { phone: 432, wide: 352 },
  'attribute-place': { phone: 500, wide: 444 },
  'pipeline-start': { phone: 1476, wide: 1176 },
  'cardinality-overflow': { phone: 1232, wide: 900 },
}

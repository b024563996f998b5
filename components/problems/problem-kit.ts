/**
 * All that asking a problem takes, in one chunk: fetched with the first generated card, not with the page. The
 * generators themselves have a chunk each.
 */

export { catalogue } from '@/lib/problems/catalogue'
export { generate } from '@/lib/problems/generator'
export { canBeJudged, judge } from '@/lib/problems/judge'
export { loadGenerator } from '@/lib/problems/registry'
export { makeSeed } from '@/lib/problems/seed'
export { ProblemView } from './problem-view'

import type { ConventionsParams, Emission } from './params'
import { queryWords } from './query'
import type { ConventionsView } from './view'

export const emissionWords: Record<Emission, string> = {
  old: 'old names',
  both: 'both names',
  new: 'new names',
}

/** What to look at while the run plays: it does not change, so that it is said once. */
export function watchConventions({ query }: ConventionsParams): string {
  return `The query asks for ${queryWords[query]}. Outlined is what happened, filled what it counts.`
}

/** What the query counted so far and why. */
export function explainConventions(view: ConventionsView, { query }: ConventionsParams): string {
  const { requests, right, missed, twice, mean } = view
  if (requests === 0) return `Nothing has happened yet. The query asks for ${queryWords[query]}.`
  const parts = [`Of ${requests} requests the query counts ${right} once`]
  if (missed > 0) parts.push(`misses ${missed}, written under a name that it does not ask for`)
  if (twice > 0) parts.push(`counts ${twice} twice, once under each name`)
  const sentence = `${parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`}.`
  if (mean === null || mean.answered === null) return sentence
  const truth = `${Math.round(mean.trueSeconds * 1000)} ms`
  return `${sentence} As mean duration it gives ${number(mean.answered)}; the true mean is ${truth}. ${unitWords(query)}`
}

function number(value: number): string {
  return value >= 10 ? `${Math.round(value)}` : value.toFixed(2)
}

function unitWords(query: ConventionsParams['query']): string {
  if (query === 'metric-old') return 'Under the old name a duration is in milliseconds.'
  if (query === 'metric-new') return 'Under the new name a duration is in seconds.'
  return 'It mixes milliseconds with seconds.'
}

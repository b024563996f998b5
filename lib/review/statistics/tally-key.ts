import { hashText } from '../hash'
import type { Plan } from '../plan'

/** Raised whenever tallies come to mean something else. */
const VERSION = 1

/**
 * What a learner's tallies depend on beside their log: this version of the counting, and whatever of the plan
 * moves memories. The fields named here move due days alone; a further one is taken to matter.
 */
export function tallyKey({ retention, maximumInterval, easyDays, vacation, ...memory }: Plan): string {
  return `${VERSION}-${hashText(JSON.stringify(memory)).toString(16)}`
}

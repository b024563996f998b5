import 'server-only'
import { defaultPlan, type Plan } from '../review/plan'
import { planInput } from '../review/settings'

/** The plan that a learner's row holds; where it holds none, the one that everyone begins with. */
export function toPlan(stored: unknown): Plan {
  return stored === null ? defaultPlan : planInput.parse(stored)
}

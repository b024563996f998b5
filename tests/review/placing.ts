import { defaultPlan } from '@/lib/review/plan'

/** Some card under the plan that everyone begins with: for tests to which neither matters. */
export const somePlacing = { cardId: 'some-card', plan: defaultPlan }
/** An ordinary session: what is graded is scheduled. */
export const someScheduling = { plan: defaultPlan, isCram: false }

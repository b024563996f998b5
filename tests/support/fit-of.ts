/** The one fit that `createLearner` gives a learner, for whoever names it: it is better, and on offer. */
export function fitIdOf(userId: string): string {
  return userId
}

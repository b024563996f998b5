/** The one personal token that `createLearner` gives a learner. */
export function tokenOf(userId: string): string {
  return `spanwise_${userId.padEnd(43, '0')}`
}

/** Its id, for whoever names it: another's can be named as well, and must not be found. */
export function tokenIdOf(userId: string): string {
  return userId
}

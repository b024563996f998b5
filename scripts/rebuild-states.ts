/**
 * `npm run rebuild`: folds every learner's log anew and compares it with the stored states. Exits 1 if
 * any differ (there must be none), and if tallies do. `npm run rebuild -- --repair` also replaces what differs.
 */
import { compareStates } from '../lib/server/rebuild'

const { learners, cards, different, tallied, miscounted, examples } = await compareStates({
  repair: process.argv.includes('--repair'),
})
for (const { userId, cardId, stored, folded } of examples) {
  console.log(`${userId} ${cardId}\n  stored ${JSON.stringify(stored)}\n  folded ${JSON.stringify(folded)}`)
}
console.log(`${cards} states of ${learners} learners compared with their logs: ${different} differ.`)
console.log(`The tallies of ${tallied} learners counted anew: those of ${miscounted} differ.`)
process.exit(different + miscounted === 0 ? 0 : 1)

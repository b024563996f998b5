import 'server-only'
import { setPriority } from 'node:os'
import type { FitOutcome, FittedCard } from '../review/fit'
import type { Weights } from '../review/memory'
import { fitWeights } from './fit-weights'

/** What the program is given, once. */
export interface FitTask {
  cards: readonly FittedCard[]
  current: Weights | null
}

/** What it says: how far it is, 0..1, as often as it likes, and at the end what came of it. */
export type FitNews = { progress: number } | { done: FitOutcome }

// A program of its own, started by run-fit.ts. It gives way to requests, and ends when whoever started it does.
setPriority(10)
process.on('disconnect', () => process.exit(0))
process.once('message', async ({ cards, current }: FitTask) => {
  const say = (news: FitNews) => new Promise((resolve) => process.send!(news, resolve))
  const done = await fitWeights(cards, current, (progress) => void say({ progress }))
  await say({ done })
  process.disconnect()
})

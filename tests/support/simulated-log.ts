import { addDays, daysBetween, type LocalDay, parseDay } from '@/lib/review/day'
import type { LoggedEvent } from '@/lib/review/fold'
import type { Grade } from '@/lib/review/grade'
import { chanceOf, hashText } from '@/lib/review/hash'
import { boundWeights, type Memory, memoryUnder, standardWeights, type Weights } from '@/lib/review/memory'

/** How someone truly forgets who is not as the standard weights have it: sooner at first, and gaining less. */
export const fastForgetter: Weights = boundWeights(
  standardWeights.map((weight, place) => (place < 4 ? weight * 0.3 : place === 8 ? weight - 0.7 : weight)),
)!

type Graded = LoggedEvent & { kind: 'grade' }

interface Simulated {
  /** Cards, met one after the other over so many days. */
  cards: number
  days: number
  seed: number
}

const first = parseDay('2024-01-01')

/** The log, by card, of someone who forgets by `truth` and reviews when the standard weights say so. Same seed, same log. */
export function simulateLog(simulated: Simulated, truth: Weights | null): Map<string, Graded[]> {
  const { cards, days, seed } = simulated
  const last = addDays(first, days)
  const logs = new Map<string, Graded[]>()
  for (let number = 0; number < cards; number++) {
    const met = addDays(first, Math.floor((number * days) / cards))
    logs.set(`card-${number}`, simulateCard(`${seed} card-${number}`, met, last, truth))
  }
  return logs
}

function simulateCard(name: string, met: LocalDay, last: LocalDay, truth: Weights | null): Graded[] {
  const log: Graded[] = []
  let [real, believed]: [Memory | null, Memory | null] = [null, null]
  let [day, elapsed] = [met, 0]
  while (daysBetween(day, last) > 0) {
    const place = `${name} ${log.length}`
    const isKnown = chanceOf(place) < (real ? memoryUnder(truth).recall(elapsed, real.stability) : 0.7)
    const how = chanceOf(`${place} how`)
    const grade: Grade = !isKnown ? 1 : how < 0.1 ? 2 : how < 0.85 ? 3 : 4
    log.push(gradeOn(day, place, grade))
    real = memoryUnder(truth).next(real, elapsed, grade)
    believed = memoryUnder(null).next(believed, elapsed, grade)
    elapsed = Math.max(1, Math.round(believed.stability))
    day = addDays(day, elapsed)
  }
  return log
}

function gradeOn(day: LocalDay, name: string, grade: Grade): Graded {
  const at = Date.parse(`${day}T12:00:00Z`) + (hashText(name) % 3_600_000)
  const hex = (text: string) => hashText(text).toString(16).padStart(8, '0')
  const id = `${hex(name)}-0000-4000-8000-${hex(`${name} `)}0000`
  return { kind: 'grade', id, at, day, grade, shift: null }
}

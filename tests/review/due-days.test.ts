import { describe, expect, test } from 'vitest'
import { addDays, localDay, startOfDay } from '@/lib/review/day'
import { grades } from '@/lib/review/grade'
import { grade, preview } from '@/lib/review/schedule'
import { somePlacing } from './placing'
import { zonesWithChanges } from './zones'

const HOUR = 3_600_000

describe.each(zonesWithChanges)('in $zone', ({ zone, changes }) => {
  test.each(changes)(
    'a card graded around the change of clocks at %s is due on the day promised, from its first instant',
    (change) => {
      const middle = Date.parse(change)
      for (let at = middle - 30 * HOUR; at <= middle + 30 * HOUR; at += HOUR) {
        const day = localDay(at, zone, 4)
        const promised = preview(null, { at, day }, somePlacing)
        for (const each of grades) {
          const { shift } = promised[each]
          const { dueDay } = grade(null, { grade: each, at, day, shift }, somePlacing)
          expect(dueDay).toBe(addDays(day, promised[each].days))
          if (each === 1) continue
          const dueFrom = startOfDay(dueDay, zone, 4)
          expect(localDay(dueFrom, zone, 4)).toBe(dueDay)
          expect(localDay(dueFrom - 1, zone, 4) < dueDay).toBe(true)
        }
      }
    },
  )
})

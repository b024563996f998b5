import 'server-only'
import type { Settings } from '../review/settings'
import { database } from './database'
import { toPlan } from './plans'
import type { UserId } from './session'

/** The columns of a learner's row that hold how they review. */
export const settingsColumns = {
  zone: true,
  dayStartsAt: true,
  twoButtons: true,
  sessionCards: true,
  sessionMinutes: true,
  newPerDay: true,
  reviewsPerDay: true,
  plan: true,
} as const satisfies Record<keyof Settings, true>

/** How the learner reviews. */
export async function getSettings(user: UserId): Promise<Settings> {
  const row = await database.user.findUniqueOrThrow({ where: { id: user }, select: settingsColumns })
  return { ...row, plan: toPlan(row.plan) }
}

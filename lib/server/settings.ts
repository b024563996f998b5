import 'server-only'
import type { Settings } from '../review/settings'
import { database } from './database'
import type { UserId } from './session'

const columns = {
  zone: true,
  dayStartsAt: true,
  twoButtons: true,
  sessionCards: true,
  sessionMinutes: true,
} as const satisfies Record<keyof Settings, true>

/** How the learner reviews. */
export function getSettings(user: UserId): Promise<Settings> {
  return database.user.findUniqueOrThrow({ where: { id: user }, select: columns })
}

/** Days already in the log keep the zone and hour they were recorded with; the change is for what comes. */
export async function changeSettings(user: UserId, settings: Settings): Promise<Settings> {
  return database.user.update({ where: { id: user }, data: settings, select: columns })
}

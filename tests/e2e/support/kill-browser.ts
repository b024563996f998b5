import { readlinkSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Kills the Chromium that has this profile open (SIGKILL), and returns once it is gone. The profile's lock
 * is a link that names its process: `host-pid`.
 */
export async function killBrowser(profile: string): Promise<void> {
  const owner = readlinkSync(path.join(profile, 'SingletonLock'))
  const pid = Number(owner.slice(owner.lastIndexOf('-') + 1))
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await pause(20)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

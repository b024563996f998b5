/**
 * A Chromium for the journeys: the one that CHROMIUM_PATH names, Playwright's own, or the system's. Where
 * there is none, one is installed: Playwright's where its download can be reached, else Debian's.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { Refusal } from './refusal'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A browser that is here already; null where there is none. */
export function findBrowser(): string | null {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (existsSync(given)) return given
    throw new Refusal(`CHROMIUM_PATH names ${given}, which does not exist: correct it or leave it unset.`)
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const system = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [chromium.executablePath(), ...system, ...APPLICATIONS].find((file) => existsSync(file)) ?? null
}

/** A browser that is here, or that is now. Throws a Refusal where none can be had. */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found) return found
  console.log('No Chromium here: installing one …')
  const cli = path.join(import.meta.dirname, '../node_modules/@playwright/test/cli.js')
  if (run(process.execPath, [cli, 'install', 'chromium'])) {
    const own = findBrowser()
    if (own) return own
  }
  if (process.getuid?.() === 0 && run('apt-get', ['update', '-qq'])) {
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
    const system = findBrowser()
    if (system) return system
  }
  throw new Refusal(
    'The journeys need a Chromium: install one, and name it by CHROMIUM_PATH where it is not on the PATH.',
  )
}

/** Quiet, offline, and without the sandbox where root makes it impossible. */
export function browserFlags(): string[] {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
  const plain = ['--no-first-run', '--disable-quic', '--disable-gpu']
  return [...quiet, ...plain, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 }).status === 0
}

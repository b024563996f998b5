import type { Source } from './sources'

/**
 * The rooms of the house and what each may import (CONTRIBUTING, "Imports point down"). Listed are the
 * prefixes of files and of packages; a room may always import itself. The longest prefix decides.
 */
const ZONES: Record<string, readonly string[]> = {
  'lib/engine/': ['yaml', '@opentelemetry/semantic-conventions'],
  'lib/simulators/': ['lib/engine/', 'zod', 'zod/mini', 'zustand/vanilla'],
  'lib/problems/': ['lib/engine/', 'zod/mini'],
  'lib/review/': ['lib/content/card', 'ts-fsrs', 'zod'],
  'lib/content/': [
    'lib/problems/catalogue',
    'zod',
    'zod/mini',
    'yaml',
    'micromark',
    'micromark-extension-gfm',
    'github-slugger',
    'shiki/',
  ],
  'lib/security/': [],
  'lib/offline/': [],
  'lib/result': [],
  'lib/server/': [
    ...['lib/review/', 'lib/content/', 'lib/security/', 'lib/result', 'content/', 'package.json', 'node:'],
    ...['server-only', 'next', 'next/', 'next-auth', 'next-auth/', 'react', 'zod', 'yaml', 'pg'],
    ...['@prisma/adapter-pg', '@node-rs/argon2', '@zxcvbn-ts/', 'nodemailer', 'mdx/types'],
    ...['sql.js', 'fflate', 'fzstd', '@open-spaced-repetition/binding'],
  ],
  'lib/actions/': ['lib/server/', 'lib/review/', 'lib/content/', 'lib/result', 'next/', 'zod'],
  'components/ui/': ['react', '@base-ui/react'],
  'components/': [
    ...['lib/actions/', 'lib/simulators/', 'lib/engine/', 'lib/problems/', 'lib/review/', 'lib/content/'],
    ...['lib/result', 'lib/offline/'],
    ...['react', 'react-dom', 'next/', 'next-auth/react', '@base-ui/react', 'zustand', 'zustand/', 'zod'],
    ...['idb', 'minisearch', 'mdx/types', '@codemirror/', '@lezer/highlight'],
  ],
  'content/': ['lib/content/'],
  'app/': [
    ...[
      'components/',
      'content/',
      'lib/',
      'package.json',
      'next',
      'next/',
      'next-auth',
      'next-auth/',
      'react',
    ],
    ...['react-dom', 'zod'],
  ],
}
const PREFIXES = Object.keys(ZONES).sort((a, b) => b.length - a.length)

/** An import that points up or sideways, or brings a package into a room that has no use for it. */
export function findStrayImports(sources: readonly Source[]): string[] {
  return sources.flatMap(({ file, imports }) => {
    const zone = PREFIXES.find((prefix) => file.startsWith(prefix))
    if (!zone) return []
    return imports
      .filter(({ specifier, target }) => !isAllowed(zone, specifier, target))
      .map(({ specifier }) => `${file} may not import ${specifier}`)
  })
}

function isAllowed(zone: string, specifier: string, target: string): boolean {
  // The engine must run anywhere, and an alias is not known everywhere.
  if (zone === 'lib/engine/' && specifier.startsWith('@/')) return false
  const roomOf = (path: string) => PREFIXES.find((prefix) => `${path}/`.startsWith(prefix))
  if (roomOf(target) === zone) return true
  // components/ui/ lies inside components/, whose rooms may all use it.
  if (zone === 'components/' && target.startsWith('components/')) return true
  return ZONES[zone]!.some((allowed) => matches(target, allowed))
}

function matches(target: string, allowed: string): boolean {
  if (allowed.endsWith('/') || allowed.endsWith(':')) return `${target}/`.startsWith(allowed)
  return target === allowed || (allowed.startsWith('@') && target.startsWith(`${allowed}/`))
}

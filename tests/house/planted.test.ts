import { describe, expect, test } from 'vitest'
import { findWholeSchemas } from './browser-schemas'
import { findPoorNames } from './file-names'
import {
  findLongFiles,
  findStrayDoors,
  findUndocumentedExports,
  findUnguardedServerFiles,
} from './file-shape'
import { findImportCycles } from './import-cycles'
import { findStrayImports } from './import-zones'
import { findTimeAndChance } from './purity'
import { parseSource } from './sources'

const plant = (file: string, text: string) => [parseSource(file, text)]

describe('an import that does not point down is found', () => {
  test.each([
    ['lib/engine/sampling/ratio.ts', "import { readFileSync } from 'node:fs'"],
    ['lib/engine/sampling/ratio.ts', "import { hash } from '@/lib/engine/hash'"],
    ['lib/engine/sampling/ratio.ts', "import { z } from 'zod'"],
    ['lib/engine/sampling/ratio.ts', "import { schedule } from '../../review/schedule'"],
    ['lib/simulators/head-sampling.ts', "import { create } from 'zustand'"],
    ['lib/problems/draw.ts', "import { fold } from '../review/fold'"],
    ['lib/problems/draw.ts', "import { propagation } from '../simulators/propagation'"],
    ['lib/content/card.ts', "import { loadGenerator } from '../problems/registry'"],
    ['lib/review/fold.ts', "import { database } from '@/lib/server/database'"],
    ['lib/review/fold.ts', "import { findLesson } from '@/lib/content/course'"],
    ['lib/content/card.ts', "import { fold } from '../review/fold'"],
    ['lib/server/cards.ts', "import { gradeCard } from '@/lib/actions/grade-card'"],
    ['lib/server/cards.ts', "import { Card } from '@/components/review/card'"],
    ['lib/actions/grade-card.ts', "import { Card } from '@/components/review/card'"],
    ['components/ui/button.tsx', "import { findLesson } from '@/lib/content/course'"],
    ['components/ui/button.tsx', "import { Card } from '../review/card'"],
    ['components/review/card.tsx', "import { listDueCards } from '@/lib/server/cards'"],
    ['components/review/card.tsx', "import type { User } from '../../lib/server/generated/client'"],
    ['components/review/card.tsx', "export { database } from '../../lib/server/database'"],
    ['components/review/card.tsx', "const cards = await import('@/lib/server/cards')"],
    ['components/review/card.tsx', "import { PrismaClient } from '@prisma/client'"],
    ['content/course.ts', "import { database } from '@/lib/server/database'"],
    ['app/page.tsx', "import { PrismaClient } from '@prisma/client'"],
    ['app/page.tsx', "import { build } from '@/scripts/build'"],
  ])('%s: %s', (file, text) => {
    expect(findStrayImports(plant(file, text))).toHaveLength(1)
  })

  test('and a folder by its index is the folder', () => {
    expect(findStrayImports(plant('lib/simulators/a.ts', "import { hash } from '../engine'"))).toEqual([])
    expect(findStrayImports(plant('lib/review/a.ts', "import { hash } from '../engine'"))).toHaveLength(1)
  })

  test('and one that does is let through', () => {
    const text =
      "import { listDueCards } from '@/lib/server/cards'; import { Card } from '@/components/review/card'"
    expect(findStrayImports(plant('app/review/page.tsx', text))).toEqual([])
  })
})

test('a cycle of three modules is found, by the names in it', () => {
  const cycle = [
    ...plant('lib/content/a.ts', "import './b'"),
    ...plant('lib/content/b.ts', "import '@/lib/content/c'"),
    ...plant('lib/content/c.ts', "import { a } from './a'"),
  ]
  expect(findImportCycles(cycle)).toEqual(['lib/content/a → lib/content/b → lib/content/c → lib/content/a'])
})

test('modules that only know each other by type are no cycle', () => {
  const pair = [
    ...plant('lib/content/a.ts', "import { b } from './b'"),
    ...plant('lib/content/b.ts', "import type { A } from './a'"),
  ]
  expect(findImportCycles(pair)).toEqual([])
})

test.each([
  'new Date()',
  'Date()',
  'Date.now()',
  'Math.random()',
  'performance.now()',
  'crypto.randomUUID()',
])('%s in a pure room is found, with its line', (use) => {
  const text = `export const now =\n  ${use}\n`
  expect(findTimeAndChance(plant('lib/engine/clock.ts', text))).toEqual([
    expect.stringContaining('lib/engine/clock.ts:2 uses '),
  ])
})

test('a pure room may handle a date that it is given', () => {
  const text = 'export const day = (at: number) => new Date(at).getUTCDate() + Math.floor(0.5)'
  expect(findTimeAndChance(plant('lib/review/day.ts', text))).toEqual([])
})

test.each([
  'lib/gradeCard.ts',
  'lib/Grade.ts',
  'lib/grade_card.ts',
  'lib/utils.ts',
  'components/common/button.tsx',
])('the name %s is found', (file) => {
  expect(findPoorNames([file])).toHaveLength(1)
})

test('names that Next, Prisma and readers expect are let through', () => {
  const names = [
    'app/learn/[lesson]/page.tsx',
    'app/api/auth/[...nextauth]/route.ts',
    'README.md',
    '.env.example',
  ]
  expect(findPoorNames([...names, 'prisma/migrations/20261123000000_start/migration.sql'])).toEqual([])
})

test('a file of 301 lines is found', () => {
  expect(findLongFiles(plant('lib/long.ts', '// a line\n'.repeat(301)))).toHaveLength(1)
  expect(findLongFiles(plant('lib/long.ts', '// a line\n'.repeat(300)))).toEqual([])
})

test('a server file without its guard is found', () => {
  expect(findUnguardedServerFiles(plant('lib/server/cards.ts', 'export {}'))).toHaveLength(1)
})

test('a door outside lib/actions is found, and an action that is none', () => {
  expect(
    findStrayDoors(plant('lib/server/cards.ts', "'use server'\nexport async function f() {}")),
  ).toHaveLength(1)
  expect(findStrayDoors(plant('app/page.tsx', "async function f() {\n  'use server'\n}"))).toHaveLength(1)
  expect(findStrayDoors(plant('lib/actions/grade.ts', 'export async function f() {}'))).toHaveLength(1)
})

test('a page that brings the library of schemas whole is found, by the way it takes', () => {
  const schema = plant(
    'lib/review/grade-input.ts',
    "import { z } from 'zod'\nexport const four = z.literal(4)",
  )
  const plantForm = (text: string) => [
    ...plant('components/review/form.tsx', `'use client'\n${text}`),
    ...schema,
  ]
  expect(findWholeSchemas(plantForm("import { four } from '@/lib/review/grade-input'"))).toEqual([
    'components/review/form → lib/review/grade-input → zod',
  ])
  expect(findWholeSchemas(plantForm("import type { four } from '@/lib/review/grade-input'"))).toEqual([])
})

test('an export of lib without a docstring is found', () => {
  expect(findUndocumentedExports(plant('lib/review/fold.ts', 'export function fold() {}'))).toHaveLength(1)
  expect(
    findUndocumentedExports(plant('lib/review/fold.ts', '/** Folds. */\nexport function fold() {}')),
  ).toEqual([])
})

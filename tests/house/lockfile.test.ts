import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findMissing } from '../../scripts/complete-lockfile'

const { packages } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../package-lock.json'), 'utf8'),
)

test('the lockfile serves every platform: npx tsx scripts/complete-lockfile.ts adds what npm left out', () => {
  expect(findMissing(packages).map(({ name }) => name)).toEqual([])
})

test('a package that the lockfile names for another platform and does not list is found', () => {
  const tool = {
    version: '2.6.8',
    dev: true,
    optionalDependencies: { '@tool/cli-linux-arm64-musl': '2.6.8' },
  }
  expect(findMissing({ 'node_modules/tool': tool })).toEqual([
    {
      name: '@tool/cli-linux-arm64-musl',
      entry: { version: '2.6.8', dev: true, optional: true, cpu: ['arm64'], libc: ['musl'], os: ['linux'] },
    },
  ])
})

test('so is one that is named by a range', () => {
  const tool = { version: '0.5.0', optionalDependencies: { '@tool/binding-darwin-x64': '^0.5.0' } }
  expect(findMissing({ 'node_modules/tool': tool })).toEqual([
    {
      name: '@tool/binding-darwin-x64',
      entry: { version: '0.5.0', optional: true, cpu: ['x64'], os: ['darwin'] },
    },
  ])
})

test('the lockfile names no registry, so that any mirror serves', () => {
  expect(Object.values(packages).filter((entry) => 'resolved' in (entry as object))).toEqual([])
})

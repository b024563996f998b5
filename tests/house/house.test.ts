import { expect, test } from 'vitest'
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
import { listFiles, readSources } from './sources'

const sources = readSources()

test('there are sources to check', () => {
  expect(sources.length).toBeGreaterThan(100)
})

test('imports point down', () => {
  expect(findStrayImports(sources)).toEqual([])
})

test('no module needs itself to load', () => {
  expect(findImportCycles(sources)).toEqual([])
})

test('time and chance are arguments in the engine, the problems, the simulators and the review', () => {
  expect(findTimeAndChance(sources)).toEqual([])
})

test('files are named in kebab-case and for what they hold', () => {
  expect(findPoorNames(listFiles())).toEqual([])
})

test('no file is longer than 300 lines', () => {
  expect(findLongFiles(sources)).toEqual([])
})

test('a file of lib/server cannot reach a browser', () => {
  expect(findUnguardedServerFiles(sources)).toEqual([])
})

test('lib/actions has all the doors and nothing else', () => {
  expect(findStrayDoors(sources)).toEqual([])
})

test('no page makes a browser fetch the library of schemas whole', () => {
  expect(findWholeSchemas(sources)).toEqual([])
})

test('what lib offers says what it does', () => {
  expect(findUndocumentedExports(sources)).toEqual([])
})

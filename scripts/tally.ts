import { readFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export interface Tally {
  passed: number
  failed: number
  /** What failed, by name, with the first lines of why. */
  failures?: string[]
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: VitestFile[]
}

interface VitestFile {
  name: string
  status: string
  message: string
  assertionResults: { status: string; fullName: string; failureMessages?: string[] }[]
}

/** Reads Vitest's JSON report. A skipped test counts as failed, and so does a file that did not load. */
export function countVitest(file: string): Tally {
  const report = read<VitestReport>(file)
  if (!report) return { passed: 0, failed: 1 }
  const unloaded = report.testResults.filter(
    (test) => test.status === 'failed' && test.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + unloaded.length,
    failures: report.testResults.flatMap(failuresOf),
  }
}

function failuresOf({ name, status, message, assertionResults }: VitestFile): string[] {
  const file = path.relative(process.cwd(), name)
  if (status === 'failed' && assertionResults.length === 0) return [`${file}: ${beginning(message)}`]
  return assertionResults
    .filter((test) => test.status !== 'passed')
    .map((test) => `${file}: ${test.fullName}: ${beginning(test.failureMessages?.[0] ?? test.status)}`)
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: { message?: string }[]
  suites: PlaywrightSuite[]
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[]
  specs: {
    title: string
    file: string
    tests: { status: string; results: { error?: { message?: string } }[] }[]
  }[]
}

/** Reads Playwright's JSON report. Skipped and flaky count as failed. */
export function countPlaywright(file: string): Tally {
  const report = read<PlaywrightReport>(file)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return {
    passed: expected,
    failed: unexpected + flaky + skipped + report.errors.length,
    failures: [
      ...report.errors.map(({ message }) => beginning(message ?? 'an error without words')),
      ...report.suites.flatMap(unexpectedOf),
    ],
  }
}

function unexpectedOf(suite: PlaywrightSuite): string[] {
  const own = suite.specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status !== 'expected')
      .map(({ status, results }) => {
        const why = results.find(({ error }) => error)?.error?.message ?? status
        return `${file}: ${title}: ${beginning(why)}`
      }),
  )
  return [...own, ...(suite.suites ?? []).flatMap(unexpectedOf)]
}

/** Three lines: a property's seed stands in the second, its counterexample in the third. */
function beginning(text: string): string {
  return stripVTControlCharacters(text).trim().split('\n', 3).join(' | ')
}

/** Null where the runner ended before it wrote its report. */
function read<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

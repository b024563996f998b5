import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countPlaywright, countVitest } from '@/scripts/tally'

const folder = mkdtempSync(path.join(tmpdir(), 'tally-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a run of Vitest counts what failed, was skipped or did not load, and names it', () => {
  const file = report({
    ...{ numPassedTests: 2, numFailedTests: 1, numPendingTests: 1 },
    testResults: [
      {
        ...{ name: path.resolve('tests/a.test.ts'), status: 'failed', message: '' },
        assertionResults: [
          { status: 'passed', fullName: 'holds', failureMessages: [] },
          {
            status: 'failed',
            fullName: 'breaks',
            failureMessages: ['\u001b[31mError\u001b[39m: 1\nseed\nexample\nat'],
          },
          { status: 'pending', fullName: 'waits' },
        ],
      },
      {
        name: path.resolve('tests/b.test.ts'),
        status: 'failed',
        message: 'no such module',
        assertionResults: [],
      },
    ],
  })
  expect(countVitest(file)).toEqual({
    passed: 2,
    failed: 3,
    failures: [
      'tests/a.test.ts: breaks: Error: 1 | seed | example',
      'tests/a.test.ts: waits: pending',
      'tests/b.test.ts: no such module',
    ],
  })
})

test('a run of Playwright counts what failed, was flaky or skipped, and errors beside the tests, and names them', () => {
  const journey = (title: string, status: string, message?: string) => ({
    ...{ title, file: 'a.spec.ts' },
    tests: [{ status, results: [message ? { error: { message } } : {}] }],
  })
  const file = report({
    stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 1 },
    errors: [{ message: 'the server did not start' }],
    suites: [
      {
        specs: [journey('works', 'expected'), journey('breaks', 'unexpected', 'Error: not seen')],
        suites: [{ specs: [journey('wavers', 'flaky', 'Error: late'), journey('rests', 'skipped')] }],
      },
    ],
  })
  expect(countPlaywright(file)).toEqual({
    passed: 1,
    failed: 4,
    failures: [
      'the server did not start',
      'a.spec.ts: breaks: Error: not seen',
      'a.spec.ts: wavers: Error: late',
      'a.spec.ts: rests: skipped',
    ],
  })
})

test('a run that ended before its report counts as one failure', () => {
  for (const count of [countVitest, countPlaywright])
    expect(count(path.join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1 })
})

function report(content: unknown): string {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

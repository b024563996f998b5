/**
 * `npm test`: every check there is, each in turn and none skipped for another's failure, so that one run
 * tells all. The last line counts them: a test counts as one, and so does a check without tests of its
 * own. `npm run check` is the fast part. What failed leaves its traces in test-results/.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NEXT } from './app-process'
import { ensureBrowser } from './find-browser'
import { countPlaywright, countVitest, type Tally } from './tally'

interface Check {
  name: string
  /** A program of Node's, with its arguments. */
  run: readonly string[]
  /** Reads how many tests passed and failed; without it the check itself is the one test. */
  count?: () => Tally
}

const root = path.join(import.meta.dirname, '..')
const results = path.join(root, 'test-results')
const require = createRequire(import.meta.url)
const bin = (name: string, file: string) =>
  path.join(path.dirname(require.resolve(`${name}/package.json`)), file)

const TSC = bin('typescript', 'bin/tsc')
const TSX = bin('tsx', 'dist/cli.mjs')
const VITEST = bin('vitest', 'vitest.mjs')

const standing: Check[] = [
  { name: 'format and lint', run: [bin('@biomejs/biome', 'bin/biome'), 'ci', '--error-on-warnings'] },
  { name: 'route types', run: [NEXT, 'typegen'] },
  { name: 'types of the app', run: [TSC, '--noEmit'] },
  { name: 'types of the engine', run: [TSC, '-p', 'lib/engine'] },
]
const running: Check[] = [
  vitest('tests of the parts, and of data on PostgreSQL', 'unit', 'server'),
  { name: 'production build', run: [TSX, 'scripts/build-only.ts'] },
  vitest('start, image and migrations', 'platform'),
  {
    name: 'journeys in a browser',
    run: [bin('@playwright/test', 'cli.js'), 'test'],
    count: () => countPlaywright(path.join(results, 'e2e.json')),
  },
  { name: 'faults', run: [TSX, '--conditions=react-server', 'tests/faults/reviews.ts'] },
]

function vitest(name: string, ...projects: string[]): Check {
  const file = path.join(results, `${projects.join('-')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return {
    name,
    run: [VITEST, 'run', ...projects.flatMap((project) => ['--project', project]), ...reporters],
    count: () => countVitest(file),
  }
}

async function main() {
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const fast = process.argv.includes('--fast')
  const checks = fast ? [...standing, vitest('tests of the parts', 'unit')] : [...standing, ...running]
  if (!fast) process.env.CHROMIUM_PATH = ensureBrowser()
  const total: Tally = { passed: 0, failed: 0 }
  const lines: string[] = []
  const failures: string[] = []
  for (const check of checks) {
    console.log(`\n── ${check.name}`)
    const begun = Date.now()
    const tally = await perform(check)
    total.passed += tally.passed
    total.failed += tally.failed
    for (const failure of tally.failures ?? []) failures.push(`failed in ${check.name}: ${failure}`)
    const seconds = ((Date.now() - begun) / 1000).toFixed(1)
    lines.push(`${seconds.padStart(7)} s  ${check.name}: ${tally.passed} passed, ${tally.failed} failed`)
  }
  // Said again beside the sum: whoever sees only the end of a long run sees what to look at.
  console.log(`\n${[...lines, ...failures].join('\n')}\n${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed === 0 ? 0 : 1)
}

async function perform({ run, count }: Check): Promise<Tally> {
  const code = await new Promise<number | null>((resolve, reject) => {
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
    const child = spawn(process.execPath, run, { cwd: root, stdio: 'inherit', env })
    child.on('exit', resolve)
    child.on('error', reject)
  })
  const tally = count?.() ?? { passed: code === 0 ? 1 : 0, failed: 0 }
  // Whatever made a runner fail beside its tests (a set-up, an unhandled rejection) is a failure too.
  if (code !== 0 && tally.failed === 0) tally.failed = 1
  return tally
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exit(1)
})

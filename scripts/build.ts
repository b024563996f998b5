/**
 * The production build, and whether there is one of these very sources. What counts is their content,
 * not the commit: a change that was not committed is built too, and a checkout moved back is not built
 * anew for nothing.
 */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build as bundle } from 'esbuild'
import { NEXT } from './app-process'
import { bundlePrograms } from './bundle-programs'
import { type Child, startNode } from './child'
import { exclusively } from './exclusively'
import { Refusal } from './refusal'

const STAMP = '.next/standalone/built-from'
/** Everything else is a source. Whatever is added to the project later must not be forgotten here. */
const NOT_SOURCES = new Set([
  'node_modules',
  'tests',
  'docs',
  'scripts',
  'test-results',
  'playwright-report',
  'artifacts',
  'lib/server/generated',
  'biome.json',
  'playwright.config.ts',
  'vitest.config.ts',
  'Dockerfile',
  'compose.yaml',
  'LICENSE',
])
const ALSO_SOURCES = ['build', 'bundle-programs', 'serve', 'external-database', 'refusal'].map(
  (name) => `scripts/${name}.ts`,
)
const STAGE = /^\s*(?:✓\s*)?(Creating|Compiled|Running|Finished|Collecting|Generating|Finalizing)\b/

/**
 * Builds unless the last build was of the same sources. Of several starts at once one builds, where they
 * have a database to agree by.
 */
export async function ensureBuild(
  root: string,
  databaseUrl?: string,
  started?: (child: Child) => void,
): Promise<void> {
  if (isBuilt(root)) return
  if (databaseUrl === undefined) return build(root, started)
  await exclusively(databaseUrl, `build ${root}`, async () => {
    if (!isBuilt(root)) await build(root, started)
  })
}

/** Builds, and completes `.next/standalone` to a folder that runs by itself: `node serve.mjs`. */
export async function build(root: string, started: (child: Child) => void = () => {}): Promise<void> {
  const sources = hashSources(root)
  rmSync(path.join(root, '.next/standalone'), { recursive: true, force: true })
  console.log('Building the app: once for these sources, a minute or so …')
  const begun = Date.now()
  const child = startNode([NEXT, 'build'], { cwd: root, env: { NODE_ENV: 'production' } })
  started(child)
  const lines: string[] = []
  for (const input of [child.process.stdout!, child.process.stderr!]) {
    createInterface({ input }).on('line', (line) => {
      lines.push(line)
      if (STAGE.test(line) && !/\(\d+\/\d+\)$/.test(line)) console.log(`  ${seconds(begun)} ${line.trim()}`)
    })
  }
  const { code, signal } = await child.exited
  if (code !== 0) {
    console.error(lines.join('\n'))
    throw new Refusal(
      `The build failed (${signal ?? `code ${code}`}): see above for why, correct it and start again.`,
    )
  }
  await completeStandalone(root, sources)
  writeFileSync(path.join(root, STAMP), sources)
  console.log(`  ${seconds(begun)} built`)
}

async function completeStandalone(root: string, sources: string) {
  const target = path.join(root, '.next/standalone')
  if (!existsSync(path.join(target, 'server.js'))) {
    throw new Refusal(
      "The build left no .next/standalone/server.js: next.config.ts must say output: 'standalone'.",
    )
  }
  cpSync(path.join(root, '.next/static'), path.join(target, '.next/static'), { recursive: true })
  if (existsSync(path.join(root, 'public'))) {
    cpSync(path.join(root, 'public'), path.join(target, 'public'), { recursive: true })
  }
  cpSync(path.join(root, 'prisma/migrations'), path.join(target, 'prisma/migrations'), { recursive: true })
  // Next copies these along. Settings come from the environment, and secrets stay out of an image.
  for (const name of readdirSync(target)) {
    if (name.startsWith('.env')) rmSync(path.join(target, name))
  }
  await bundlePrograms(root, target)
  // The service worker: a script of its own, which the browser fetches by its name and compares by its bytes.
  await bundle({
    entryPoints: [path.join(root, 'components/offline/service-worker.ts')],
    outfile: path.join(target, 'public/sw.js'),
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    alias: { '@': root },
    define: { SPANWISE_BUILD: JSON.stringify(sources.slice(0, 16)) },
    logLevel: 'error',
  })
}

function isBuilt(root: string): boolean {
  const stamp = path.join(root, STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashSources(root)
}

function hashSources(root: string): string {
  const hash = createHash('sha256').update(`node ${process.versions.node.split('.')[0]}\n`)
  const add = (file: string) => hash.update(`${file}\n`).update(readFileSync(path.join(root, file)))
  const walk = (folder: string) => {
    const entries = readdirSync(path.join(root, folder), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(folder, entry.name)
      if (
        entry.name.startsWith('.') ||
        NOT_SOURCES.has(file) ||
        /\.(md|tsbuildinfo)$|^next-env/.test(entry.name)
      )
        continue
      if (entry.isDirectory()) walk(file)
      else add(file)
    }
  }
  walk('')
  for (const file of ALSO_SOURCES) add(file)
  return hash.digest('hex')
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(0).padStart(3)} s`

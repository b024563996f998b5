import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { parser as go } from '@lezer/go'
import { parser as python } from '@lezer/python'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { checkoutTrace, traceId } from '@/components/figures/checkout-trace'
import { type Fence, listFences } from '@/lib/content/lesson-source'
import { validateCollectorConfig } from '@/lib/engine/collector/config/validate-collector-config'
import { parseTraceparent } from '@/lib/engine/propagation/traceparent'
import { lessons } from './support/library'
import verified from './support/python-examples.json'

const setUp = new URL('./support/telemetry.mjs', import.meta.url).href

/** Runs an example as a module at the root of the project, with an SDK set up. */
function run(code: string): { output: string; fault: string } {
  const done = spawnSync(process.execPath, ['--import', setUp, '--input-type=module', '--eval', code], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { output: done.stdout.trimEnd(), fault: done.status === 0 ? '' : done.stderr }
}

function parseFault(code: string): string {
  const done = spawnSync(process.execPath, ['--check', '--input-type=module', '-'], {
    input: code,
    encoding: 'utf8',
  })
  return done.status === 0 ? '' : done.stderr
}

/** The lines (1-based) at which a tolerant parser had to make something up. */
function faultyLines(parser: typeof go, code: string): number[] {
  const lines: number[] = []
  parser.parse(code).iterate({
    enter: ({ type, from }) => {
      if (type.isError) lines.push(code.slice(0, from).split('\n').length)
    },
  })
  return lines
}

/** The lesson whose examples all speak of the trace that its figures draw. */
const flagship = 'the-opentelemetry-mental-model'

const yamlFaults = (code: string): string[] => parseDocument(code).errors.map((error) => error.message)
/** Why a Collector would not start with it. */
const configFaults = (code: string): string[] =>
  validateCollectorConfig(code).diagnoses.flatMap(({ severity, line, message }) =>
    severity === 'error' ? [`line ${line}: ${message}`] : [],
  )
const hash = (code: string): string => createHash('sha256').update(code).digest('hex')
const at = (path: string, fence: Fence): string => `${path}:${fence.line}`

describe.each(lessons)('the examples of $slug', ({ slug, lesson, lessonPath }) => {
  const fences = listFences(lesson)
  const of = (language: string): Fence[] => fences.filter((fence) => fence.language === language)
  const runnable = fences.flatMap((fence, index) =>
    fence.meta === 'run' ? [{ fence, expected: fences[index + 1], name: at(lessonPath, fence) }] : [],
  )

  test.each(runnable)('$name prints what the lesson says', { timeout: 30_000 }, ({ fence, expected }) => {
    expect(expected, 'an example that runs is followed by ```text output').toMatchObject({
      language: 'text',
      meta: 'output',
    })
    expect(run(fence.code)).toEqual({ output: expected?.code, fault: '' })
  })

  test('every block of JavaScript can be parsed', () => {
    for (const fence of of('js').filter(({ meta }) => meta !== 'run'))
      expect(parseFault(fence.code), at(lessonPath, fence)).toBe('')
  })

  test('every block of YAML and JSON can be parsed', () => {
    for (const fence of of('yaml')) expect(yamlFaults(fence.code), at(lessonPath, fence)).toEqual([])
    for (const fence of of('json')) expect(() => JSON.parse(fence.code), at(lessonPath, fence)).not.toThrow()
  })

  test('every whole Collector configuration says whether it starts, and does as it says', () => {
    for (const fence of of('yaml')) {
      const isWhole = /^service:$/m.test(fence.code) && /^(receivers|exporters):$/m.test(fence.code)
      const claim = fence.meta.split(' ')[0]!
      if (isWhole) expect(['collector', 'collector-invalid'], at(lessonPath, fence)).toContain(claim)
      if (!claim.startsWith('collector')) continue
      const faults = configFaults(fence.code)
      if (claim === 'collector') expect(faults, at(lessonPath, fence)).toEqual([])
      else expect(faults, `${at(lessonPath, fence)} starts`).not.toEqual([])
    }
  })

  test('every block of Python and Go can be parsed', () => {
    for (const fence of of('python'))
      expect(faultyLines(python, fence.code), at(lessonPath, fence)).toEqual([])
    for (const fence of of('go')) expect(faultyLines(go, fence.code), at(lessonPath, fence)).toEqual([])
  })

  test('every traceparent is valid where it is not shown as malformed', () => {
    for (const fence of fences.filter(({ meta }) => meta !== 'malformed'))
      for (const [, header] of fence.code.matchAll(/^traceparent: (.*)$/gm))
        expect(parseTraceparent(header!), `${at(lessonPath, fence)} ${header}`).toMatchObject({ valid: true })
  })

  if (slug !== flagship) return

  test('every block of Python is one that was run with the SDK that the record names', () => {
    const known = new Set(verified.examples.map((example) => example.sha256))
    expect(
      of('python')
        .filter((fence) => !known.has(hash(fence.code)))
        .map((fence) => at(lessonPath, fence)),
    ).toEqual([])
  })

  test('every traceparent speaks of the one trace of the lesson', () => {
    const headers = [...lesson.matchAll(/^traceparent: (.*)$/gm)].map((match) => match[1]!)
    for (const header of headers) {
      const parsed = parseTraceparent(header)
      expect(parsed, header).toMatchObject({ valid: true, traceparent: { traceId } })
    }
  })

  test('every id is one of the trace that the figures draw', () => {
    const spans = new Set(checkoutTrace.map((span) => span.id))
    const ids = [...lesson.matchAll(/(?<![0-9a-f])(?:[0-9a-f]{32}|[0-9a-f]{16})(?![0-9a-f])/g)].map(
      ([id]) => id,
    )
    expect(ids.filter((id) => id !== traceId && !spans.has(id))).toEqual([])
  })
})

describe('checking examples', () => {
  test('an example that throws is noticed', { timeout: 30_000 }, () => {
    expect(run("throw new Error('no')").fault).toContain('no')
  })

  test('broken JavaScript, Python, Go and YAML are noticed', () => {
    expect(faultyLines(python, 'def f():\n    return (1')).not.toEqual([])
    expect(faultyLines(go, 'func f( {')).not.toEqual([])
    expect(parseFault('const = 1')).toContain('SyntaxError')
    expect(yamlFaults('a: [1, 2')).not.toEqual([])
  })

  test('a Collector configuration that does not start is told from one that does', () => {
    const good =
      'receivers: {otlp: {protocols: {grpc: {}}}}\nexporters: {debug: {}}\nservice: {pipelines: {traces: {receivers: [otlp], exporters: [debug]}}}'
    expect(configFaults(good)).toEqual([])
    expect(configFaults(good.replace('[debug]', '[nobody]'))).toEqual([
      expect.stringContaining('references exporter "nobody" which is not configured'),
    ])
  })

  test('an example may use top-level await and imports', () => {
    expect(parseFault("import { trace } from '@opentelemetry/api'\nawait trace")).toBe('')
  })
})

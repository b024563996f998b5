import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validateCollectorConfig } from '@/lib/engine/collector/config/validate-collector-config'
import { runActions } from '@/lib/engine/collector/pipeline/attribute-actions'
import { createFilter } from '@/lib/engine/collector/pipeline/filter'
import { matcherOf } from '@/lib/engine/collector/pipeline/item-matcher'
import { sha1 } from '@/lib/engine/collector/pipeline/sha1'
import type { TelemetryItem } from '@/lib/engine/collector/pipeline/telemetry-item'
import { createTransform } from '@/lib/engine/collector/pipeline/transform'

import { log, point, type SpanItem, span } from '../support/pipeline-items'

describe('filter', () => {
  test('a condition that is true drops the item, and any of them is enough', () => {
    const { why } = createFilter(
      { trace_conditions: ['span.name == "A"', 'resource.attributes["env"] == "dev"'] },
      'traces',
    )
    expect(why(span({ name: 'A' }))).toBe('span.name == "A"')
    expect(why(span({ name: 'B' }, { env: 'dev' }))).toBe('resource.attributes["env"] == "dev"')
    expect(why(span({ name: 'B' }))).toBeNull()
  })

  test('the older form names its context by its key', () => {
    const given = {
      traces: { span: ['attributes["http.route"] == "/healthz"'] },
      metrics: { metric: ['name == "noise"'], datapoint: ['attributes["a"] == 1'] },
      logs: { log_record: ['severity_number < SEVERITY_NUMBER_WARN'] },
    }
    expect(
      createFilter(given, 'traces').why(span({ attributes: { 'http.route': '/healthz' } })),
    ).not.toBeNull()
    expect(createFilter(given, 'metrics').why(point('noise'))).not.toBeNull()
    expect(createFilter(given, 'metrics').why(point('other', { a: 1 }))).not.toBeNull()
    expect(createFilter(given, 'logs').why(log('x', 9))).not.toBeNull()
    expect(createFilter(given, 'logs').why(log('x', 17))).toBeNull()
  })

  test('a condition that fails while it runs drops nothing', () => {
    const { why, unknown } = createFilter(
      { trace_conditions: ['Substring(span.name, 5, 100) == "x"'] },
      'traces',
    )
    expect(unknown).toEqual([])
    expect(why(span())).toBeNull()
  })

  test('a condition that cannot be run here is named, and drops nothing', () => {
    const { why, unknown } = createFilter({ trace_conditions: ['NoSuchConverter(span.name)'] }, 'traces')
    expect(unknown).toEqual(['NoSuchConverter(span.name)'])
    expect(why(span())).toBeNull()
  })
})

describe('attributes and resource', () => {
  test('actions run in their order, each by its own rule', () => {
    const before = { a: 1, b: 'x', secret: 'abc' }
    expect(runActions([{ key: 'a', action: 'insert', value: 2 }], before)).toBe(before)
    expect(runActions([{ key: 'c', action: 'update', value: 2 }], before)).toBe(before)
    expect(runActions([{ key: 'a', action: 'upsert', value: 2 }], before)).toMatchObject({ a: 2 })
    expect(runActions([{ key: 'c', action: 'insert', from_attribute: 'b' }], before)).toMatchObject({
      c: 'x',
    })
    expect(runActions([{ pattern: '^s', action: 'delete' }], before)).toEqual({ a: 1, b: 'x' })
    expect(runActions([{ key: 'a', action: 'convert', converted_type: 'string' }], before)).toMatchObject({
      a: '1',
    })
    expect(runActions([{ key: 'b', pattern: '^(?P<whole>.*)$', action: 'extract' }], before)).toMatchObject({
      whole: 'x',
    })
    expect(runActions([{ key: 'secret', action: 'hash' }], before)).toMatchObject({
      secret: sha1([97, 98, 99]),
    })
    const moved = [
      { key: 'new', action: 'insert', from_attribute: 'b' },
      { key: 'b', action: 'delete' },
    ]
    expect(runActions(moved, before)).toEqual({ a: 1, new: 'x', secret: 'abc' })
  })

  test('SHA-1 is that of everybody else, for any bytes', () => {
    expect(sha1([97, 98, 99])).toBe('a9993e364706816aba3e25717850c26c9cd0d89d')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(sha1(bytes)).toBe(createHash('sha1').update(bytes).digest('hex'))
      }),
    )
  })

  test('include matches where every property does, by one of its values', () => {
    const matches = matcherOf({
      match_type: 'regexp',
      services: ['^pay', 'web'],
      attributes: [{ key: 'a', value: '1|2' }],
    })
    expect(matches(span({ attributes: { a: 2 } }, { 'service.name': 'payment' }))).toBe(true)
    expect(matches(span({ attributes: { a: 3 } }, { 'service.name': 'payment' }))).toBe(false)
    expect(matches(span({ attributes: { a: 2 } }, { 'service.name': 'mailer' }))).toBe(false)
  })
})

describe('transform', () => {
  const run = (statement: string, item: TelemetryItem, group: object = {}) => {
    const key = { traces: 'trace_statements', metrics: 'metric_statements', logs: 'log_statements' }[
      item.signal
    ]
    const given = { [key]: [{ statements: [statement], ...group }] }
    return createTransform(given, item.signal).run(item)
  }
  test.each([
    ['set(span.attributes["env"], "prod")', { attributes: { env: 'prod' } }],
    ['set(attributes["env"], "prod") where name == "GET /"', { attributes: { env: 'prod' } }],
    ['set(span.name, "checkout")', { name: 'checkout' }],
    ['set(status.code, STATUS_CODE_ERROR)', { status: 'ERROR' }],
    [
      'set(span.attributes["who"], Concat([resource.attributes["service.name"], "x"], "-"))',
      { attributes: { who: 'web-x' } },
    ],
  ])('%s', (statement, expected) => {
    const { item, by } = run(statement, span({}, { 'service.name': 'web' }))
    expect((item as SpanItem).span).toMatchObject(expected)
    expect(by).toEqual([statement])
  })

  test('editors of maps keep and remove keys', () => {
    const item = span({ attributes: { a: 'one', b: 'two', secret_c: 'three' } })
    const edited = (statement: string) => (run(statement, item).item as SpanItem).span.attributes
    expect(edited('delete_key(attributes, "a")')).toEqual({ b: 'two', secret_c: 'three' })
    expect(edited('delete_matching_keys(attributes, "^secret")')).toEqual({ a: 'one', b: 'two' })
    expect(edited('keep_keys(attributes, ["a"])')).toEqual({ a: 'one' })
    expect(edited('truncate_all(attributes, 2)')).toEqual({ a: 'on', b: 'tw', secret_c: 'th' })
    expect(edited('limit(attributes, 2, ["b"])')).toEqual({ a: 'one', b: 'two' })
    expect(edited('replace_all_patterns(attributes, "value", "o", "0")')).toMatchObject({
      a: '0ne',
      b: 'tw0',
    })
    expect(edited('merge_maps(attributes, {"a": "new", "d": "four"}, "insert")')).toMatchObject({
      a: 'one',
      d: 'four',
    })
  })

  test('a pattern in a name is replaced, with its groups', () => {
    const { item } = run(
      'replace_pattern(span.name, "/user/([0-9]+)", "/user/{id}")',
      span({ name: 'GET /user/42' }),
    )
    expect((item as SpanItem).span.name).toBe('GET /user/{id}')
  })

  test('where keeps a statement from running, and nothing is said of it', () => {
    const item = span()
    expect(run('set(attributes["a"], 1) where name == "other"', item)).toEqual({ item, by: [] })
    expect(run('set(attributes["a"], 1)', item, { conditions: ['name == "other"'] }).item).toBe(item)
  })

  test('a log record’s body and a metric’s name can be set', () => {
    expect(run('set(log.body, "gone")', log('card 4111', 9)).item).toMatchObject({ log: { body: 'gone' } })
    expect(run('set(metric.name, "b")', point('a')).item).toMatchObject({ point: { name: 'b' } })
  })

  test('a statement that cannot be run here is named', () => {
    const { unknown } = createTransform({ trace_statements: ['flatten(attributes)'] }, 'traces')
    expect(unknown).toEqual(['flatten(attributes)'])
  })
})

describe('the syntax of OTTL', () => {
  const config = (processor: string) => `receivers: {otlp: {protocols: {grpc: }}}
processors:
${processor}
exporters: {debug: }
service: {pipelines: {traces: {receivers: [otlp], processors: [p], exporters: [debug]}}}
`
  test.each([
    ['filter', 'trace_conditions: ["span.name = 1"]', 'unable to parse OTTL condition'],
    ['transform', 'trace_statements: ["set(span.name"]', 'unable to parse OTTL statement'],
  ])('%s refuses to start with a text that is none, at its line', (type, settings, message) => {
    const text = config(`  ${type}:\n    ${settings}`).replace('[p]', `[${type}]`)
    const [fault] = validateCollectorConfig(text).diagnoses
    expect(fault).toMatchObject({ severity: 'error', line: 4 })
    expect(fault!.message).toContain(message)
  })
})

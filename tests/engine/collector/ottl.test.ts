import { describe, expect, test } from 'vitest'
import { compileCondition, type OttlContext, type SpanData } from '@/lib/engine'

const span: SpanData = {
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  name: 'GET /cart',
  kind: 'SERVER',
  status: 'ERROR',
  startMs: 1000,
  endMs: 1250,
  traceState: 'ot=th:8,vendor=x',
  attributes: {
    'http.route': '/cart',
    'http.response.status_code': 503,
    ratio: 0.5,
    cached: false,
    tags: ['a', 'b'],
  },
  events: [{ name: 'exception', attributes: { 'exception.type': 'Timeout' } }],
}
const context: OttlContext = {
  span,
  resourceSpans: { attributes: { 'service.name': 'cart' }, scope: { name: 'http' }, spans: [span] },
}

function ask(text: string, event = false) {
  const compiled = compileCondition(text, event ? 'spanevent' : 'span')
  if (!compiled.ok) return compiled.message
  const answer = compiled.condition(event ? { ...context, event: span.events![0]! } : context)
  return answer.ok ? answer.value : `failed: ${answer.message}`
}

describe('a condition about a span', () => {
  test.each<[string, boolean]>([
    ['attributes["http.route"] == "/cart"', true],
    ['span.attributes["http.route"] == "/cart"', true],
    ['resource.attributes["service.name"] != "cart"', false],
    ['instrumentation_scope.name == "http"', true],
    [
      'attributes["http.response.status_code"] >= 500 and attributes["http.response.status_code"] < 600',
      true,
    ],
    ['attributes["ratio"] < 1', true],
    ['attributes["absent"] == nil', true],
    ['attributes["absent"] > 5', false],
    ['attributes["absent"] != "x"', true],
    ['attributes["http.route"] > 5', false],
    ['attributes["tags"][1] == "b"', true],
    ['status.code == STATUS_CODE_ERROR', true],
    ['status.code == 1', false],
    ['kind == SPAN_KIND_SERVER and kind.string == "Server"', true],
    ['end_time_unix_nano - start_time_unix_nano > 200 * 1000000', true],
    ['trace_id == 0x0af7651916cd43dd8448eb211c80319c', true],
    ['trace_id.string == "0af7651916cd43dd8448eb211c80319c"', true],
    ['trace_state["vendor"] == "x"', true],
    ['IsMatch(name, "^GET ")', true],
    ['IsRootSpan()', true],
    ['not IsString(attributes["cached"])', true],
    ['HasPrefix(name, "POST") or HasSuffix(name, "cart")', true],
    ['Len(attributes["tags"]) == 2', true],
    ['Concat([name, "x"], "-") == "GET /cart-x"', true],
    ['ConvertCase(name, "lower") == "get /cart"', true],
    ['Duration("1m") > Duration("59s")', true],
    ['true and (false or not false)', true],
    ['7 / 2 == 3', true],
    ['1 == 1.0', true],
  ])('%s is %s', (text, expected) => {
    expect(ask(text)).toBe(expected)
  })

  test('and binds closer than or', () => {
    expect(ask('true or false and false')).toBe(true)
    expect(ask('(true or false) and false')).toBe(false)
  })
})

test('an event is asked by its own names, and its span by "span."', () => {
  expect(ask('name == "exception" and attributes["exception.type"] == "Timeout"', true)).toBe(true)
  expect(ask('span.name == "GET /cart"', true)).toBe(true)
  expect(ask('status.code == 2', true)).toContain('is not a valid path')
})

describe('what fails', () => {
  test.each([
    ['attributes["absent"] + 1 > 0', 'failed: math expression error'],
    ['Len(attributes["absent"]) > 0', 'failed: target arg must be'],
    ['1 / 0 == 1', 'failed: attempted to divide by 0'],
  ])('%s fails while it runs', (text, message) => {
    expect(ask(text)).toContain(message)
  })

  test.each([
    ['attributes["a"] = "b"', 'condition has invalid syntax: 1:17: unexpected token "="'],
    ['', 'condition has invalid syntax: 1:1: unexpected token "<EOF>"'],
    ['name == "x', 'condition has invalid syntax: 1:9: invalid input text'],
    ['nam == "x"', 'segment "nam" from path "nam" is not a valid path'],
    ['IsMatsch(name, "x")', 'undefined function "IsMatsch"'],
    ['status.code == STATUS_CODE_FINE', 'enum symbol, STATUS_CODE_FINE, not found'],
    ['IsMatch(name)', 'incorrect number of arguments. Expected: 2 Received: 1'],
  ])('%s is refused before it runs', (text, message) => {
    expect(ask(text)).toContain(`unable to parse OTTL condition ${JSON.stringify(text)}: `)
    expect(ask(text)).toContain(message)
  })
})

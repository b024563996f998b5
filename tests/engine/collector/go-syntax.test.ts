import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTailSampling } from '@/lib/engine/collector/config/parse-tail-sampling'
import { parseGoDuration } from '@/lib/engine/collector/go-duration'
import { compileGoRegex } from '@/lib/engine/collector/go-regex'

describe('a regular expression of Go', () => {
  test.each([
    ['^/plants/\\d+$', '/plants/417', true],
    ['plants', 'see /plants/1', true],
    ['(?i)ERROR', 'an error', true],
    ['\\Aab\\z', 'ab', true],
    ['(?m)\\Ab', 'a\nb', false],
    ['(?m)^b', 'a\nb', true],
    ['a.b', 'a\nb', false],
    ['a.b', 'a\rb', true],
    ['(?s)a.b', 'a\nb', true],
    ['^.$', '🌱', true],
    ['^\\pL+$', 'été', true],
    ['^\\p{Greek}$', 'α', true],
    ['^\\P{Greek}$', 'α', false],
    ['^\\p{^L}$', 'a', false],
    ['^[[:alpha:]_]+$', 'ab_', true],
    ['^[[:^digit:]]$', '7', false],
    ['^[[:^digit:]]$', 'é', true],
    ['^\\x{1F331}$', '🌱', true],
    ['^\\x41\\101$', 'AA', true],
    ['^\\s$', '\u00a0', false],
    ['^[\\s]$', '\v', false],
    ['\\Qa.b*\\E+', 'a.b**', true],
    ['\\Qa.b', 'axb', false],
    ['^{x}$', '{x}', true],
    ['^a{,2}$', 'a{,2}', true],
    ['^[]a]+$', 'a]', true],
    ['^[a\\-z]$', '-', true],
    ['^[^-]$', '-', false],
    ['^(?P<id>\\d)$', '4', true],
    ['^\\/\\-\\_$', '/-_', true],
    ['^a{2}$', 'aa', true],
    ['', 'anything', true],
  ])('%s asked of %j is %s', (pattern, text, matches) => {
    const compiled = compileGoRegex(pattern)
    expect(compiled).toBeInstanceOf(RegExp)
    expect((compiled as RegExp).test(text)).toBe(matches)
  })

  test.each([
    ['a(', 'missing closing ): `a(`'],
    ['a)', 'unexpected ): `a)`'],
    ['a[b', 'missing closing ]: `[b`'],
    ['*a', 'missing argument to repetition operator: `*a`'],
    ['(?=a)', 'invalid or unsupported Perl syntax: `(?=`'],
    ['(?<!a)', 'invalid or unsupported Perl syntax: `(?<`'],
    ['(a)\\1', 'invalid escape sequence: `\\1`'],
    ['a\\Z', 'invalid escape sequence: `\\Z`'],
    ['a\\', 'trailing backslash at end of expression: ``'],
    ['a{1001}', 'invalid repeat count: `{1001}`'],
    ['a{2,1}', 'invalid repeat count: `{2,1}`'],
    ['[[:word1:]]', 'invalid character class range: `[:word1:]`'],
  ])('%s is refused as Go refuses it', (pattern, message) => {
    expect(compileGoRegex(pattern)).toBe(`error parsing regexp: ${message}`)
  })

  test('whatever it is, it is compiled or refused', () => {
    const odd = fc.array(fc.constantFrom(...'ab[]{}()\\^$.*+?|-:,12pQExz'), { maxLength: 12 })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          odd.map((signs) => signs.join('')),
        ),
        (pattern) => {
          const compiled = compileGoRegex(pattern)
          if (typeof compiled === 'string') expect(compiled).toMatch(/^error parsing regexp: /)
          else expect(compiled.test('')).toEqual(expect.any(Boolean))
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('a duration of Go', () => {
  test.each([
    ['1h30m', 5_400_000],
    ['1.005s', 1005],
    ['1.001s', 1001],
    ['.5s', 500],
    ['1.s', 1000],
    ['-1.5h', -5_400_000],
    ['1s500ms', 1500],
    ['0', 0],
  ])('%s is exactly %d ms', (text, ms) => {
    expect(parseGoDuration(text)).toEqual({ nanoseconds: ms * 1e6 })
  })
})

describe('a scalar of a configuration', () => {
  const substitution = (name: string, fallback: string) => `$\{env:${name}:-${fallback}}`
  const read = (yaml: string) => parseTailSampling(`policies: [{name: a, type: always_sample}]\n${yaml}`)

  test.each([
    ['0x10', 16],
    ['0X1F', 31],
    ['0B11', 3],
    ['0O17', 15],
    ['017', 15],
    ['50_000', 50_000],
    [`"${substitution('TRACES', '70')}"`, 70],
  ])('num_traces: %s is %d', (written, value) => {
    expect(read(`num_traces: ${written}`).compiled?.settings.numTraces).toBe(value)
  })

  test('a default that was substituted is a number for a number, and text for a string', () => {
    const { compiled, diagnoses } = parseTailSampling(
      `policies: [{name: "${substitution('NAME', '007')}", type: always_sample}]`,
    )
    expect(diagnoses).toEqual([])
    expect(compiled?.policies[0]?.name).toBe('007')
    const [fault] = parseTailSampling('policies: [{name: 007, type: always_sample}]').diagnoses
    expect(fault?.message).toBe("'policies[0].name' expected type 'string', got unconvertible type 'int'")
  })

  test('a tab that indents is refused as the Collector’s reader refuses it', () => {
    const [fault] = parseTailSampling('policies:\n\t- name: a').diagnoses
    expect(fault).toMatchObject({
      line: 2,
      message: 'yaml: line 2: found character that cannot start any token',
    })
  })
})

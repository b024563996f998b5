import fc from 'fast-check'

/** Texts that have broken servers before, and any others. */
export const awkwardText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    '\r\nSet-Cookie: x=1',
    "' OR 1=1 --",
    '__proto__',
    'constructor',
    '../../etc/passwd',
    'null',
    'undefined',
    'NaN',
    '-1',
    '0',
    '1e309',
    '99999999999999999999',
    'x'.repeat(5000),
    '//evil.example',
    'javascript:alert(1)',
    '%00',
    '%',
    '[object Object]',
    'a@b.c',
    'İ@example.test',
    '🦦'.repeat(50),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 300 }),
)

const junk: fc.Arbitrary<unknown> = fc.oneof(
  awkwardText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.double(),
  fc.integer(),
)

/**
 * A value near the given one: each part of it is kept, or distorted, or replaced with junk, or left out,
 * and a part is added now and then. Near misses reach further into a server than noise does.
 */
export function distort(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) {
    const items = fc.tuple(...value.map((item) => keepOr(item)))
    return fc.oneof(
      { weight: 4, arbitrary: items },
      { weight: 1, arbitrary: fc.array(value.length > 0 ? keepOr(value[0]) : junk, { maxLength: 20 }) },
      { weight: 1, arbitrary: junk },
    )
  }
  if (typeof value === 'object' && value !== null) {
    const parts = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, keepOr(part)]))
    return fc.oneof(
      { weight: 6, arbitrary: fc.record(parts) },
      { weight: 2, arbitrary: fc.record(parts, { requiredKeys: [] }) },
      { weight: 1, arbitrary: fc.record({ ...parts, extra: junk }) },
      { weight: 1, arbitrary: junk },
    )
  }
  return junk
}

function keepOr(part: unknown): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(part) }, { weight: 1, arbitrary: distort(part) })
}

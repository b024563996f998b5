export type ScalarValue = string | number | boolean | null

const words: Readonly<Record<string, ScalarValue>> = {
  '': null,
  '~': null,
  null: null,
  Null: null,
  NULL: null,
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
  '.nan': Number.NaN,
  '.NaN': Number.NaN,
  '.NAN': Number.NaN,
}
const infinity = /^([-+]?)\.(?:inf|Inf|INF)$/
const integer = /^([-+]?)(?:0[bB]([01]+)|0[oO]([0-7]+)|0[xX]([0-9a-fA-F]+)|0([0-7]+)|(\d+))$/
const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/

/**
 * What a plain scalar means to the Collector's YAML reader: underscores may stand in numbers (`50_000`), a leading 0 is
 * octal, and `yes`, `on` and their like are strings.
 *
 * Source: go.yaml.in/yaml/v3 resolve.go.
 */
export function resolveScalar(text: string): ScalarValue {
  if (Object.hasOwn(words, text)) return words[text]!
  const infinite = infinity.exec(text)
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (!/^[-+.\d]/.test(text)) return text
  const plain = text.replaceAll('_', '')
  const whole = integer.exec(plain)
  if (whole) {
    const [, sign, binary, octal, hexadecimal, oldOctal, decimal] = whole
    const digits = binary ?? octal ?? hexadecimal ?? oldOctal ?? decimal!
    const base = binary ? 2 : hexadecimal ? 16 : octal || oldOctal ? 8 : 10
    const magnitude = Number.parseInt(digits, base)
    return sign === '-' ? -magnitude : magnitude
  }
  return float.test(plain) ? Number(plain) : text
}

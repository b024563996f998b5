/** What a metric is to Prometheus. */
export type PrometheusType = 'counter' | 'gauge' | 'histogram' | 'native_histogram' | 'summary'

/**
 * How many series a metric makes for so many label sets: a classic histogram one for each bound, one for `+Inf`, and
 * `_sum` and `_count`; a summary one for each quantile and those two; all else one.
 *
 * Source: Prometheus exposition format; specification/compatibility/prometheus_and_openmetrics.md.
 *
 * @param parts explicit bounds of a histogram, or quantiles of a summary.
 * @param instances processes that each send their own: `instance` is a label too.
 */
export function countPrometheusSeries(
  type: PrometheusType,
  labelSets: number,
  parts = 0,
  instances = 1,
): number {
  const each = type === 'histogram' ? parts + 3 : type === 'summary' ? parts + 2 : 1
  return each * labelSets * instances
}

/** UCUM to Prometheus. Source: specification/compatibility/prometheus_and_openmetrics.md, Metric Metadata (units). */
const unitWords: Readonly<Record<string, string>> = {
  d: 'days',
  h: 'hours',
  min: 'minutes',
  s: 'seconds',
  ms: 'milliseconds',
  us: 'microseconds',
  ns: 'nanoseconds',
  By: 'bytes',
  KiBy: 'kibibytes',
  MiBy: 'mebibytes',
  GiBy: 'gibibytes',
  TiBy: 'tibibytes',
  KBy: 'kilobytes',
  MBy: 'megabytes',
  GBy: 'gigabytes',
  TBy: 'terabytes',
  m: 'meters',
  V: 'volts',
  A: 'amperes',
  J: 'joules',
  W: 'watts',
  g: 'grams',
  Cel: 'celsius',
  Hz: 'hertz',
  '1': '',
  '%': 'percent',
}

const perWords: Readonly<Record<string, string>> = {
  s: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
  y: 'year',
}

/**
 * A metric's name as Prometheus knows it: its unit spelt out and appended, `_ratio` for a gauge of unit 1, `_total` for
 * a counter, and what is not a letter, digit, `_` or `:` turned into `_`.
 *
 * @param allowUtf8 keeps the dots, as Prometheus 3 can; suffixes are appended all the same.
 */
export function prometheusName(name: string, unit: string, type: PrometheusType, allowUtf8 = false): string {
  const whole = allowUtf8 ? name : replaceOddCharacters(name)
  // `_total` comes last, also where the name had it already: the unit is looked for before it.
  const base = type === 'counter' ? whole.replace(/_total$/, '') : whole
  const words = [base]
  const unitSuffix = prometheusUnit(unit)
  if (unitSuffix && !base.endsWith(`_${unitSuffix}`)) words.push(unitSuffix)
  if (unit === '1' && type === 'gauge' && !base.endsWith('_ratio')) words.push('ratio')
  if (type === 'counter') words.push('total')
  return words.join('_')
}

/** A label's name as Prometheus knows it: `http.route` becomes `http_route`, a leading digit gets `key_` before it. */
export function prometheusLabel(key: string, allowUtf8 = false): string {
  if (allowUtf8) return key
  const label = key.replace(/[^a-zA-Z0-9_]/g, '_')
  return /^[0-9]/.test(label) ? `key_${label}` : label
}

/** What of a unit goes into a name: annotations in braces are dropped, `m/s` becomes `meters_per_second`. */
export function prometheusUnit(unit: string): string {
  const [counted = '', per] = unit.replace(/\{[^}]*\}/g, '').split('/')
  const top = unitWords[counted] ?? replaceOddCharacters(counted)
  if (!per) return top
  return [top, 'per', perWords[per] ?? replaceOddCharacters(per)].filter(Boolean).join('_')
}

function replaceOddCharacters(text: string): string {
  const replaced = text
    .replace(/[^a-zA-Z0-9_:]/g, '_')
    .replace(/__+/g, '_')
    .replace(/^_+|_+$/g, '')
  return /^[0-9]/.test(replaced) ? `_${replaced}` : replaced
}

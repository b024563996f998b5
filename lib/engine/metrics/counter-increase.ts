/**
 * How much a counter grew over its samples, as Prometheus reckons: a value below the one before means that the counter
 * began again at zero. Without the extrapolation to the edges of the window, which `increase()` does too.
 *
 * @param values samples of one series, in the order of time.
 *
 * Source: Prometheus promql/functions.go extrapolatedRate; querying/functions, rate().
 */
export function counterIncrease(values: readonly number[]): number {
  let sum = 0
  for (let at = 1; at < values.length; at += 1) {
    const before = values[at - 1]!
    const now = values[at]!
    sum += now < before ? now : now - before
  }
  return sum
}

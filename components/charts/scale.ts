/** The round numbers of an axis from 0 to at least `most`, in at most four steps; whole where `most` is small. */
export function axisTicks(most: number): number[] {
  const rough = Math.max(1, most) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(
    1,
    [1, 2, 2.5, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? rough,
  )
  const whole = Math.ceil(step)
  return Array.from({ length: Math.ceil(Math.max(1, most) / whole) + 1 }, (_, place) => place * whole)
}

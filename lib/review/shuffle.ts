import { hashText } from './hash'

/**
 * The places 0..count-1 in an order that the seed fixes and that is never the sorted one (for two or
 * more): an ordering card must not be asked already solved.
 */
export function shuffledPlaces(count: number, seed: string): number[] {
  const places = Array.from({ length: count }, (_, i) => i)
  let hash = hashText(seed)
  for (let i = count - 1; i > 0; i--) {
    hash = hashText(`${hash}`)
    const j = hash % (i + 1)
    const held = places[i]!
    places[i] = places[j]!
    places[j] = held
  }
  return places.every((place, i) => place === i) ? [...places.slice(1), ...places.slice(0, 1)] : places
}

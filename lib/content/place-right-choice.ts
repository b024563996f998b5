/**
 * The choices in the order in which a learner sees them: the right one at a place that the card's id fixes, the others
 * in the order of the file around it. Authors write the right one first, and a learner must not learn that.
 */
export function placeRightChoice<T extends { readonly correct: boolean }>(
  choices: readonly T[],
  id: string,
): T[] {
  const right = choices.filter(({ correct }) => correct)
  const others = choices.filter(({ correct }) => !correct)
  const place = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % choices.length
  return [...others.slice(0, place), ...right, ...others.slice(place)]
}

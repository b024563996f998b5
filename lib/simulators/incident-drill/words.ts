/** A share of 0..1 as a whole percentage, or “under 1 %”. */
export function shareWords(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1 %'
  return `${Math.round(share * 100)} %`
}

/** A moment of the run as minutes and seconds: “5:30”. */
export function clockWords(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Names in a row: “web, checkout and payment”. */
export function listWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

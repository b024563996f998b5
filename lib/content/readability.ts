/** How much there is to read of a text, and how hard it is. */
export interface Readability {
  words: number
  sentences: number
  /** Flesch-Kincaid grade level: about the school years that a reader needs, for running English. */
  grade: number
}

/**
 * Measures the prose of a lesson's MDX: front matter, code, tables, components and what stands under `## Sources`
 * are left out, and a code span counts as one short word.
 *
 * Source of the grade: J. P. Kincaid et al., "Derivation of New Readability Formulas" (1975):
 * 0.39 words/sentence + 11.8 syllables/word - 15.59. Syllables are groups of vowels, a silent e aside.
 */
export function measureReadability(mdx: string): Readability {
  const sentences = proseOf(mdx)
    .split(/(?<=[.!?])\s+|\n{2,}/)
    .map((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [])
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  if (words.length === 0) return { words: 0, sentences: 0, grade: 0 }
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
  return { words: words.length, sentences: sentences.length, grade }
}

function proseOf(mdx: string): string {
  return mdx
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .split('\n## Sources')[0]!
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1`*$/gm, '')
    .replace(/^\|.*$/gm, '')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/^(#{1,6} .*|[-*] .*|\d+\. .*)$/gm, '$1\n')
    .replace(/`[^`]*`/g, 'it')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_#>]/g, '')
}

function countSyllables(word: string): number {
  const groups = word.toLowerCase().match(/[aeiouy]+/g)?.length ?? 1
  const isSilent = groups > 1 && /[^aeiouyl]es?$|[^aeiouytd]ed$/i.test(word)
  return Math.max(1, groups - (isSilent ? 1 : 0))
}

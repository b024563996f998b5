import { describe, expect, test } from 'vitest'
import { measureReadability } from '@/lib/content/readability'
import { lessons } from './support/library'

/** School years: plain technical prose lies between 6 and 10. */
const hardest = 11

describe.each(lessons)('the prose of $slug', ({ slug, lesson, lessonPath }) => {
  test('can be read without effort, and its length is known', () => {
    const { words, sentences, grade } = measureReadability(lesson)
    console.log(`${slug}: ${words} words, ${sentences} sentences, reading grade ${grade.toFixed(1)}`)
    expect(words, lessonPath).toBeGreaterThan(1500)
    expect(grade, lessonPath).toBeLessThan(hardest)
  })
})

describe('measuring prose', () => {
  test('short words in short sentences are easy, long ones in long sentences are hard', () => {
    const easy = measureReadability('The cat sat. The dog ran. We all went home.')
    const hard = measureReadability(
      'Notwithstanding considerable organisational heterogeneity, interoperability considerations necessitate comprehensive standardisation.',
    )
    expect(easy).toMatchObject({ words: 10, sentences: 3 })
    expect(easy.grade).toBeLessThan(3)
    expect(hard.grade).toBeGreaterThan(20)
  })

  test('front matter, code, tables, components and sources are not prose', () => {
    const mdx =
      '---\ntitle: x y z\n---\n\nOne two.\n\n```js\nconst a = 1\n```\n\n| a | b |\n\n<Recall card="x" />\n\n## Sources\n\n- z\n'
    expect(measureReadability(mdx)).toMatchObject({ words: 2, sentences: 1 })
  })

  test('an empty text has nothing to measure', () => {
    expect(measureReadability('')).toEqual({ words: 0, sentences: 0, grade: 0 })
  })
})

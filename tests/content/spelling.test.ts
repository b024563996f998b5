import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { lessons } from './support/library'

const cspell = fileURLToPath(import.meta.resolve('cspell/bin.mjs'))

/** Words that no dictionary has, as `file:line:column: word`. Words of the field are listed in content/words.txt. */
function misspelt(args: readonly string[], input?: string): string[] {
  const options = ['lint', '--no-progress', '--no-summary', '--no-color', '--relative', ...args]
  const done = spawnSync(process.execPath, [cspell, ...options], { encoding: 'utf8', input })
  if (done.error) throw done.error
  // 0: nothing found, 1: something. Anything else is a fault of the call, as is a complaint without a word.
  if (done.status !== 0 && (done.status !== 1 || !done.stdout.includes('Unknown word')))
    throw new Error(done.stderr || done.stdout)
  return done.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(' - Unknown word (', ' ').replace(/\).*$/, ''))
}

describe('spelling', () => {
  test('the lessons, their cards and the course have no word that a dictionary lacks', () => {
    const files = lessons.flatMap(({ lessonPath, cardsPath }) => [lessonPath, cardsPath])
    expect(misspelt([...files, 'content/course.ts'])).toEqual([])
  })

  test('a misspelt word is told with its line', () => {
    expect(misspelt(['stdin://content/lessons/x/lesson.mdx'], 'Fine so far.\n\nA wrnog word.\n')).toEqual([
      expect.stringMatching(/lesson\.mdx:3:3 wrnog$/),
    ])
  })

  test('American spelling is told where it is no term of software; code is left alone', () => {
    expect(
      misspelt(['stdin://content/lessons/x/lesson.mdx'], 'A neighbour, a `neighbor`, a neighbor.\n'),
    ).toEqual([expect.stringMatching(/:1:30 neighbor$/)])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { cardsOf, lessons, textOfCard } from './support/library'
import { allowed, checkCardNames, checkLessonNames, checkStability, gone, judge } from './support/names'
import { readKnownNames } from './support/semconv'

const known = readKnownNames()

describe.each(lessons)('the names in $slug', (files) => {
  test('are names of the semantic conventions of today, or are shown as old', () => {
    const faults = checkLessonNames(files.lesson, known)
    expect(faults.map(({ line, message }) => `${files.lessonPath}:${line} ${message}`)).toEqual([])
  })

  test('are as stable as its tables say', () => {
    const faults = checkStability(files.lesson, known)
    expect(faults.map(({ line, message }) => `${files.lessonPath}:${line} ${message}`)).toEqual([])
  })

  test('are right on its cards', () => {
    const faults = cardsOf(files).flatMap((card) =>
      checkCardNames(textOfCard(card), known).map((message) => `${files.cardsPath}:${card.line} ${message}`),
    )
    expect(faults).toEqual([])
  })
})

test('the names in the figures are names of today', () => {
  const folder = 'components/figures'
  const faults = readdirSync(folder).flatMap((file) => {
    const source = readFileSync(path.join(folder, file), 'utf8')
    const names = [...source.matchAll(/['"`]([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)[ '"`]/g)].map(
      (match) => match[1]!,
    )
    return names.filter((name) => judge(name, known) !== null).map((name) => `${file}: ${name}`)
  })
  expect(faults).toEqual([])
})

test('the package is understood: it has names of today, old names, and tells them apart', () => {
  expect(known.current.size).toBeGreaterThan(800)
  expect(known.deprecated.size).toBeGreaterThan(100)
  expect(known.current.has('http.request.method')).toBe(true)
  expect(known.deprecated.has('http.method')).toBe(true)
})

test('the lists of exceptions hold nothing that the package knows', () => {
  for (const name of [...Object.keys(allowed), ...Object.keys(gone)])
    expect(known.current.has(name) || known.deprecated.has(name), name).toBe(false)
})

describe('checking names', () => {
  test.each([
    ['a deprecated name in running text', 'Set `http.method`.', 'http.method is deprecated'],
    ['an invented name', 'Set `http.verb`.', 'http.verb is not in'],
    ['an old metric', 'Look at `http.server.duration`.', 'http.server.duration is deprecated'],
    ['a deprecated name in code', "```js\nspan.setAttribute('db.system', 1)\n```", 'db.system is deprecated'],
    ['a deprecated name in YAML', '```yaml\nkey: deployment.environment\n```', 'deployment.environment is'],
  ])('%s is refused', (_, source, message) => {
    expect(checkLessonNames(source, known)).toMatchObject([{ message: expect.stringContaining(message) }])
  })

  test.each([
    [
      'in the column of what readers still meet',
      '| Name | You will still meet |\n| - | - |\n| `url.full` | `http.url` |',
    ],
    ['in a Callout that shows old names', '<Callout kind="old-name" title="x">\n\n`http.url`\n\n</Callout>'],
    ['in what is marked as wrong', "<Wrong>\n\n```js\nset('http.url')\n```\n\n</Wrong>"],
    ['where the paragraph says so', 'The name `http.url`\nis deprecated.'],
  ])('a deprecated name is accepted %s', (_, source) => {
    expect(checkLessonNames(source, known)).toEqual([])
  })

  test('it is refused in the other column, and after the Callout', () => {
    const table = '| Name | You will still meet |\n| - | - |\n| `http.url` | x |'
    expect(checkLessonNames(table, known)).toMatchObject([{ line: 3 }])
    const after = '<Callout kind="old-name" title="x">\n\n`http.url`\n\n</Callout>\n\n`http.url`'
    expect(checkLessonNames(after, known)).toMatchObject([{ line: 7 }])
  })

  test('a table that calls a name in development stable is refused, and the reverse', () => {
    const table = '| Name | Stability |\n| - | - |\n| `host.name` | stable |\n| `url.full` | development |'
    expect(checkStability(table, known)).toEqual([
      { line: 3, message: 'host.name is not stable' },
      { line: 4, message: 'url.full is not development' },
    ])
  })

  test('names outside the conventions are nobody else’s business', () => {
    expect(checkLessonNames('`shop.checkout.variant` and `context.attach`', known)).toEqual([])
  })

  test('a card may name an old name only if it says that it is old', () => {
    expect(checkCardNames('What replaced `http.method`?', known)).toHaveLength(1)
    expect(checkCardNames('What replaced the old `http.method`?', known)).toEqual([])
  })
})

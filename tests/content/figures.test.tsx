import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { lessons } from './support/library'

const folder = 'components/figures'
const parts = ['figure-frame', 'label', 'node-box', 'signal-mark', 'wire', 'words-table']
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.tsx') && !parts.includes(file.replace('.tsx', '')))
  .map((file) => ({
    file,
    kebab: file.replace('.tsx', ''),
    name: file.replace('.tsx', '').replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
  }))

async function render({ kebab, name }: { kebab: string; name: string }): Promise<string> {
  const exported: Record<string, ComponentType> = await import(`../../components/figures/${kebab}.tsx`)
  const Figure = exported[name]
  if (!Figure) throw new Error(`${kebab} does not export ${name}`)
  return renderToStaticMarkup(<Figure />)
}

describe.each(files)('$name', (figure) => {
  test('has a picture with name and description in two layouts, a caption, and its content in words', async () => {
    const html = await render(figure)
    expect(html.match(/<svg role="img"/g)).toHaveLength(2)
    expect(html.match(/<title /g)).toHaveLength(2)
    expect(html.match(/<desc /g)).toHaveLength(2)
    expect(html).toContain('<figcaption')
    expect(html).toContain('The figure in words')
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!)
    expect(new Set(ids).size).toBe(ids.length)
    const references = [...html.matchAll(/ aria-(?:labelledby|describedby)="([^"]+)"/g)].map(
      (match) => match[1]!,
    )
    expect(references.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('if it moves, it can be stopped', async () => {
    const html = await render(figure)
    expect(html.includes('figure-flow')).toBe(html.includes('figure-motion'))
  })

  test('takes its colours from the tokens', () => {
    const source = readFileSync(path.join(folder, figure.file), 'utf8')
    expect(source).not.toMatch(/#[0-9a-f]{3,8}\b(?!`)|\b(?:rgb|hsl|oklch)\(|(?:fill|stroke)="(?!none)[a-z]+"/)
  })

  test('stands in a lesson', () => {
    expect(lessons.some(({ lesson }) => lesson.includes(`<${figure.name} />`))).toBe(true)
  })
})

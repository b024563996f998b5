import { blankFences, listFences } from '@/lib/content/lesson-source'
import type { KnownNames } from './semconv'

/** Names that are right although the package does not list them, and why. */
export const allowed: Record<string, string> = {
  'otel.metric.overflow': 'set by the SDK itself: specification, metrics SDK, cardinality limits',
}

/** Old names that have left the package altogether, and what replaced them. */
export const gone: Record<string, string> = {
  'http.server.duration': 'http.server.request.duration, in seconds',
}

export interface NameFault {
  line: number
  message: string
}

const shape = /(?<![\w./@:-])[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+(?![\w/(-])/g

/** What is wrong with a name: null for a right one and for one that does not belong to the conventions. */
export function judge(name: string, known: KnownNames): 'unknown' | 'deprecated' | null {
  if (known.current.has(name) || name in allowed) return null
  if (known.deprecated.has(name) || name in gone) return 'deprecated'
  return known.namespaces.has(name.split('.')[0]!) ? 'unknown' : null
}

/**
 * Faults in the names that a lesson uses in code spans and fences. A deprecated name may stand where it is
 * shown as old: a table column headed "still meet", a Callout of kind old-name, a Wrong, or a paragraph that
 * says "deprecated".
 */
export function checkLessonNames(mdx: string, known: KnownNames): NameFault[] {
  const faults: NameFault[] = []
  const old = oldRegions(mdx)
  const report = (text: string, line: number, isOld: boolean): void => {
    for (const [name] of text.matchAll(shape)) {
      const verdict = judge(name, known)
      if (verdict === 'unknown') faults.push({ line, message: `${name} is not in the semantic conventions` })
      if (verdict === 'deprecated' && !isOld) faults.push({ line, message: `${name} is deprecated` })
    }
  }
  for (const fence of listFences(mdx)) {
    if (fence.language === 'http' || fence.language === 'text') continue
    for (const [index, text] of fence.code.split('\n').entries()) {
      const line = fence.line + 1 + index
      // In YAML any word may be a name; elsewhere only what stands in quotes.
      const words = fence.language === 'yaml' ? text : (text.match(/(["'])(?:(?!\1).)*\1/g) ?? []).join(' ')
      report(words, line, old.has(line))
    }
  }
  const lines = blankFences(mdx).split('\n')
  let header: string[] = []
  for (const [index, text] of lines.entries()) {
    const line = index + 1
    if (!text.startsWith('|')) header = []
    else if (header.length === 0) header = text.split('|')
    const cells = text.startsWith('|') ? text.split('|') : [text]
    for (const [column, cell] of cells.entries()) {
      const isOld = old.has(line) || /still meet/i.test(header[column] ?? '')
      for (const [, span = ''] of cell.matchAll(/`([^`]+)`/g)) report(span, line, isOld)
    }
  }
  return faults
}

/** Faults in a card's text; a card may name a deprecated name if it says that it is old. */
export function checkCardNames(text: string, known: KnownNames): string[] {
  const isOld = /\bold\b|deprecated/i.test(text)
  return [...text.matchAll(/`([^`]+)`/g)]
    .flatMap(([, span = '']) => [...span.matchAll(shape)].map(([name]) => name))
    .flatMap((name) => {
      const verdict = judge(name, known)
      if (verdict === 'unknown') return [`${name} is not in the semantic conventions`]
      return verdict === 'deprecated' && !isOld ? [`${name} is deprecated`] : []
    })
}

/** 1-based lines on which an old name is allowed. */
function oldRegions(mdx: string): Set<number> {
  const old = new Set<number>()
  let within: string | null = null
  let paragraph: number[] = []
  let says = false
  const close = (): void => {
    if (says) for (const line of paragraph) old.add(line)
    paragraph = []
    says = false
  }
  for (const [index, text] of mdx.split('\n').entries()) {
    const line = index + 1
    if (/<Callout kind="old-name"/.test(text)) within = '</Callout>'
    if (text.includes('<Wrong>')) within = '</Wrong>'
    if (within) old.add(line)
    if (within && text.includes(within)) within = null
    if (text.trim() === '') close()
    else {
      paragraph.push(line)
      says ||= /deprecated/i.test(text)
    }
  }
  close()
  return old
}

/** Rows of tables with a column "Stability" that call a name stable when it is not, or the reverse. */
export function checkStability(mdx: string, known: KnownNames): NameFault[] {
  const faults: NameFault[] = []
  let header: string[] = []
  for (const [index, text] of blankFences(mdx).split('\n').entries()) {
    if (!text.startsWith('|')) header = []
    else if (header.length === 0) header = text.split('|').map((cell) => cell.trim())
    const column = header.indexOf('Stability')
    const cells = text.split('|')
    const said = column < 0 ? '' : (cells[column] ?? '').trim()
    if (said !== 'stable' && said !== 'development') continue
    for (const [name] of (cells[1] ?? '').matchAll(shape))
      if (known.current.has(name) && known.stable.has(name) !== (said === 'stable'))
        faults.push({ line: index + 1, message: `${name} is not ${said}` })
  }
  return faults
}

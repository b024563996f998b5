import 'server-only'
import type { RawCard } from './raw-card'
import { ImportRefusal } from './refusal'

const MOST_ROWS = 20_000

/**
 * Cards from a table of text: question, answer and, where there is one, tags. Set apart by commas,
 * semicolons or tabs (RFC 4180 quoting); a first line that names its columns is understood, and so are the
 * `#separator` and `#html` lines that Anki writes. Throws ImportRefusal.
 */
export function readCsv(bytes: Uint8Array): RawCard[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ImportRefusal('The file is not text in UTF-8.')
  }
  if (text.includes('\0')) throw new ImportRefusal('The file is not text.')
  const notes = /^(?:#[^\n]*\n)*/.exec(text)![0]
  const body = text.slice(notes.length)
  const rows = readRows(body, separatorOf(notes, body))
  if (rows.length > MOST_ROWS) throw new ImportRefusal(`The table has more than ${MOST_ROWS} lines.`)
  const names = rows[0]?.map((cell) => cell.trim().toLowerCase()) ?? []
  const hasHead = names.includes('question') && names.includes('answer')
  const place = (name: string, otherwise: number) => (hasHead ? names.indexOf(name) : otherwise)
  const [question, answer, tags] = [place('question', 0), place('answer', 1), place('tags', 2)]
  const isHtml = /^#html:true/im.test(notes)
  return rows.slice(hasHead ? 1 : 0).map((row) => ({
    question: row[question] ?? '',
    answer: row[answer] ?? '',
    tags: (row[tags] ?? '').split(/[\s,]+/),
    isHtml,
  }))
}

function separatorOf(notes: string, body: string): string {
  const named = /^#separator:(\S+)/im.exec(notes)?.[1]?.toLowerCase()
  const byName: Record<string, string> = { tab: '\t', comma: ',', semicolon: ';', pipe: '|' }
  if (named !== undefined) return byName[named] ?? named.slice(0, 1)
  const first = body.slice(0, body.search(/\r|\n|$/))
  const count = (sign: string) => first.split(sign).length
  return ['\t', ';', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

function readRows(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endRow = () => {
    row.push(cell)
    if (row.some((each) => each.trim() !== '')) rows.push(row)
    row = []
    cell = ''
  }
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at += 1) {
    const sign = text[at]!
    if (isQuoted) {
      if (sign === '"' && text[at + 1] === '"') {
        cell += sign
        at += 1
      } else if (sign === '"') isQuoted = false
      else cell += sign
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === separator) {
      row.push(cell)
      cell = ''
    } else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  if (isQuoted) throw new ImportRefusal('The table ends within quotes.')
  endRow()
  return rows
}

import { LineCounter, parseDocument } from 'yaml'
import { type Card, card } from './card'

export interface PlacedCard {
  card: Card
  /** 1-based line of the card's first key. */
  line: number
}

/** Something wrong in a file of the content. */
export interface Fault {
  /** 1-based */
  line: number
  message: string
}

/** Reads a cards.yaml card by card, so that a fault carries its own line and the other cards still count. */
export function readCards(source: string): { cards: PlacedCard[]; faults: Fault[] } {
  const counter = new LineCounter()
  const document = parseDocument(source, { lineCounter: counter })
  const lineAt = (offset: number | undefined): number => counter.linePos(offset ?? 0).line
  const faults: Fault[] = document.errors.map((error) => ({
    line: lineAt(error.pos[0]),
    message: error.message.split('\n')[0]!,
  }))
  const cards: PlacedCard[] = []
  const list: unknown = document.errors.length > 0 ? [] : document.toJS()
  if (!Array.isArray(list))
    return { cards, faults: [...faults, { line: 1, message: 'is not a list of cards' }] }
  for (const [index, raw] of list.entries()) {
    const start = lineAt(rangeStart(document.getIn([index], true)))
    const parsed = card.safeParse(raw)
    if (parsed.success) cards.push({ card: parsed.data, line: start })
    for (const issue of parsed.error?.issues ?? []) {
      const at = rangeStart(document.getIn([index, ...issue.path] as (string | number)[], true))
      const field = issue.path.join('.') || 'card'
      faults.push({ line: at === undefined ? start : lineAt(at), message: `${field}: ${issue.message}` })
    }
  }
  return { cards, faults }
}

function rangeStart(node: unknown): number | undefined {
  const range = (node as { range?: [number, number, number] | null } | undefined)?.range
  return range?.[0]
}

import { readNumber, writeNumber } from './number-text'
import type { Asks } from './problem'

/** What the learner has entered: text for `number` and `text`, places of options for the others. */
export interface Given {
  readonly text: string
  readonly picked: readonly number[]
}

/** Before anything is entered. */
export const nothingGiven: Given = { text: '', picked: [] }

/** What became of an answer. */
export interface Verdict {
  readonly isRight: boolean
  /** Why a typed answer is wrong, where the problem knows; Markdown. Options say for themselves. */
  readonly reason: string | null
}

/** Whether there is something to check: a number that can be read, a text, a choice. */
export function canBeJudged(asks: Asks, { text, picked }: Given): boolean {
  if (asks.kind === 'number') return readNumber(text) !== null
  return asks.kind === 'text' ? text.trim() !== '' : picked.length > 0
}

/** Whether an answer is right, and why it is not. What cannot be judged is wrong. */
export function judge(asks: Asks, given: Given): Verdict {
  switch (asks.kind) {
    case 'number':
      return judgeNumber(asks, readNumber(given.text))
    case 'text': {
      const typed = plain(given.text)
      const isRight = typed === plain(asks.right) || asks.accepted.some((other) => plain(other) === typed)
      const mistake = isRight ? undefined : asks.mistakes.find(({ answer }) => plain(answer) === typed)
      return { isRight, reason: mistake?.why ?? null }
    }
    case 'one':
      return { isRight: asks.options[given.picked[0] ?? -1]?.isRight === true, reason: null }
    case 'several': {
      const isRight = asks.options.every((option, place) => option.isRight === given.picked.includes(place))
      return { isRight, reason: null }
    }
  }
}

/** The right answer of a typed one, in words; Markdown. Null for options, which are marked where they stand. */
export function rightAnswer(asks: Asks): string | null {
  if (asks.kind === 'text') return `\`${asks.right}\``
  if (asks.kind !== 'number') return null
  const one = asks.right === 1 && /^(?:spans|requests)$/.test(asks.unit)
  return `${writeNumber(asks.right)} ${one ? asks.unit.slice(0, -1) : asks.unit}`
}

function judgeNumber(asks: Extract<Asks, { kind: 'number' }>, value: number | null): Verdict {
  if (value === null) return { isRight: false, reason: null }
  const isNear = (target: number) =>
    Math.abs(value - target) <= Math.abs(target) * asks.tolerance + 1e-9 * Math.abs(target)
  if (isNear(asks.right)) return { isRight: true, reason: null }
  const mistake = asks.mistakes.find(({ answer }) => isNear(answer))
  return { isRight: false, reason: mistake?.why ?? null }
}

/** Letter case, spaces, quotes and a `th:` or `0x` before a number do not make an answer wrong. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s`"'“”]/g, '')
    .replace(/^(?:ot=)?th:|^0x/, '')
}

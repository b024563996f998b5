import type { KeyboardEvent } from 'react'
import type { Grade } from '@/lib/review/grade'
import { choiceKeys } from './choice-list'
import type { OfferedGrade } from './grade-buttons'

export type ReviewKey =
  | { does: 'show' }
  | { does: 'pick'; choice: number }
  | { does: 'grade'; grade: Grade }
  | { does: 'undo' }
  | { does: 'bury' }
  | { does: 'suspend' }
  | { does: 'tools' }

interface Screen {
  isRevealed: boolean
  /** How many options the card on the screen has. */
  choices: number
  offered: readonly OfferedGrade[]
  preselected: Grade | null
}

/** Keys that mean the same whatever the screen shows; those of Anki where it has them. */
const acts: Record<string, ReviewKey> = {
  u: { does: 'undo' },
  '-': { does: 'bury' },
  '@': { does: 'suspend' },
  m: { does: 'tools' },
}

/** What a key means on the review screen; null where it is not ours: held down, with a modifier, on a button. */
export function readKey(event: KeyboardEvent, screen: Screen): ReviewKey | null {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null
  if (isTyped(event.target)) return null
  const key = event.key.toLowerCase()
  const act = acts[key]
  if (act) return act
  if (key === ' ' || key === 'enter') {
    if (isControl(event.target)) return null
    if (!screen.isRevealed) return { does: 'show' }
    return screen.preselected ? { does: 'grade', grade: screen.preselected } : null
  }
  if (screen.isRevealed) {
    const offer = screen.offered.find((each) => each.key === key)
    return offer ? { does: 'grade', grade: offer.grade } : null
  }
  const choice = choiceKeys.indexOf(key)
  return choice >= 0 && choice < screen.choices ? { does: 'pick', choice } : null
}

/** In a field every key is text; the keys of a list are the list's own. */
function isTyped(target: EventTarget): boolean {
  return target instanceof Element && target.matches('input[type="text"]:not([readonly]), textarea, select')
}

/** Buttons, links and fields answer to space and Enter by themselves. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, summary, input, select, textarea') !== null
}

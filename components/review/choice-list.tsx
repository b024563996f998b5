'use client'

import type { CardFace } from '@/lib/content/card-face'
import { cn } from '../ui/cn'
import { CrossIcon, TickIcon } from '../ui/icons'
import { FaceHtml } from './face-html'

/** The keys that take the options, in order. */
export const choiceKeys: readonly string[] = ['a', 'b', 'c', 'd', 'e']

interface ChoiceListProps {
  choices: NonNullable<CardFace['choices']>
  /** The option taken; null until one is. */
  picked: number | null
  isRevealed: boolean
  onPick(choice: number): void
}

/** The options of a choice card. Once one is taken, it and the right one say why they are wrong or right. */
export function ChoiceList({ choices, picked, isRevealed, onPick }: ChoiceListProps) {
  return (
    <ol className="m-0 grid list-none gap-2 p-0">
      {choices.map((choice, place) => {
        const isTaken = picked === place
        const isShown = isRevealed && (isTaken || choice.correct)
        return (
          <li key={choiceKeys[place]} className="m-0 p-0">
            <button
              type="button"
              onClick={() => onPick(place)}
              disabled={isRevealed}
              className={cn(
                'flex w-full items-baseline gap-3 rounded border px-4 py-3 text-left',
                isShown
                  ? choice.correct
                    ? 'border-metric bg-metric-wash'
                    : 'border-error bg-error-wash'
                  : 'border-line bg-raised',
                !isRevealed && 'hover:border-line-strong',
                isRevealed && !isShown && 'text-soft',
              )}
            >
              <span aria-hidden="true" className="font-mono text-[0.8125rem] text-soft uppercase">
                {choiceKeys[place]}
              </span>
              <FaceHtml html={choice.html} className="grow" />
              {isShown && (
                <span className="flex shrink-0 items-center gap-1 self-center text-[0.875rem] font-semibold">
                  {choice.correct ? <TickIcon /> : <CrossIcon />}
                  {choice.correct ? 'Right' : 'Not this one'}
                </span>
              )}
            </button>
            {isShown && picked !== null && (
              <FaceHtml html={choice.feedbackHtml} className="px-4 pt-2 pb-3 text-soft" />
            )}
          </li>
        )
      })}
    </ol>
  )
}

import type { Grade } from '@/lib/review/grade'
import type { Previewed } from '@/lib/review/schedule'
import { intervalWords } from '@/lib/review/words'
import { cn } from '../ui/cn'

const meanings: Record<Grade, string> = { 1: 'Forgot', 2: 'Hard', 3: 'Good', 4: 'Easy' }

/** A grade that may be given now, with the key that gives it. */
export interface OfferedGrade {
  grade: Grade
  meaning: string
  key: string
}

/**
 * The grades that make sense: all four, or two for those who chose so; without Forgot where the card itself
 * has seen that the answer was right.
 */
export function offerGrades(twoButtons: boolean, isRight: boolean | null): OfferedGrade[] {
  const offered: OfferedGrade[] = twoButtons
    ? [
        { grade: 1, meaning: meanings[1], key: '1' },
        { grade: 3, meaning: 'Got it', key: '2' },
      ]
    : ([1, 2, 3, 4] as const).map((grade) => ({ grade, meaning: meanings[grade], key: `${grade}` }))
  return isRight === true ? offered.filter(({ grade }) => grade !== 1) : offered
}

/** Of a card that was checked by machine: a right answer may be called anything but Forgot, any other only that. */
export function offerChecked(twoButtons: boolean, isRight: boolean): OfferedGrade[] {
  const offered = offerGrades(twoButtons, isRight)
  return isRight ? offered : offered.filter(({ grade }) => grade === 1)
}

interface GradeButtonsProps {
  offered: readonly OfferedGrade[]
  /** When the card comes back, for each grade; null in practice, which moves nothing. */
  previewed: Record<Grade, Previewed> | null
  /** The grade that the answer given suggests. */
  preselected: Grade | null
  onGrade(grade: Grade): void
}

/** How well it was known: the meaning first, and under it when the card then comes back. */
export function GradeButtons({ offered, previewed, preselected, onGrade }: GradeButtonsProps) {
  return (
    <fieldset className="mx-auto w-full max-w-[40rem]">
      <legend className="sr-only">How well did you know it?</legend>
      <div className="flex gap-2">
        {offered.map(({ grade, meaning, key }) => {
          const words = previewed && intervalWords(previewed[grade].days)
          return (
            <button
              key={grade}
              type="button"
              aria-keyshortcuts={key}
              onClick={() => onGrade(grade)}
              className={cn(
                'group relative min-h-15 flex-1 rounded border px-2 py-2 hover:bg-sunken',
                grade === preselected ? 'border-accent bg-accent-wash' : 'border-line-strong bg-raised',
              )}
            >
              <span className="block font-semibold">
                {meaning}
                {words && <span className="sr-only">, {words.long}</span>}
              </span>
              {words && (
                <span aria-hidden="true" className="block text-[0.875rem] text-soft tabular-nums">
                  {words.short}
                </span>
              )}
              <span
                aria-hidden="true"
                className="absolute top-1 right-2 hidden font-mono text-[0.6875rem] text-soft sm:block"
              >
                {key}
              </span>
            </button>
          )
        })}
      </div>
    </fieldset>
  )
}

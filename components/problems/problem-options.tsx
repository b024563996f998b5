import { inlineHtml } from '@/lib/content/markdown'
import type { Option } from '@/lib/problems/problem'
import { cn } from '../ui/cn'
import { CrossIcon, TickIcon } from '../ui/icons'
import { InlineHtml } from './inline-html'

interface ProblemOptionsProps {
  /** The name that the inputs share. */
  name: string
  options: readonly Option[]
  picked: readonly number[]
  isSeveral: boolean
  isChecked: boolean
  onPick(picked: readonly number[]): void
}

/** The options of a problem as radio buttons or boxes. Once checked, each that matters says why. */
export function ProblemOptions({ name, options, picked, isSeveral, isChecked, onPick }: ProblemOptionsProps) {
  function toggle(place: number, isOn: boolean) {
    if (!isSeveral) return onPick([place])
    onPick(isOn ? [...picked, place] : picked.filter((other) => other !== place))
  }
  return (
    <fieldset disabled={isChecked} className="grid gap-2">
      <legend className="sr-only">{isSeveral ? 'Choose all that are right' : 'Choose one'}</legend>
      {isSeveral && <p className="text-[0.9375rem] text-soft">Choose all that are right.</p>}
      {options.map(({ text, isRight, feedback }, place) => {
        const isTaken = picked.includes(place)
        const isShown = isChecked && (isTaken || isRight)
        const isMissed = isSeveral && isRight && !isTaken
        return (
          <div
            key={text}
            className={cn(
              'rounded border',
              isShown
                ? isRight
                  ? 'border-metric bg-metric-wash'
                  : 'border-error bg-error-wash'
                : 'border-line',
              !isShown && (isChecked ? 'text-soft' : 'bg-raised hover:border-line-strong'),
            )}
          >
            <label className="problem-option">
              <input
                type={isSeveral ? 'checkbox' : 'radio'}
                name={name}
                checked={isTaken}
                onChange={(event) => toggle(place, event.currentTarget.checked)}
              />
              <InlineHtml html={inlineHtml(text)} className="prose face min-w-0 grow wrap-anywhere" />
              {isShown && (
                <span className="flex shrink-0 items-center gap-1 text-[0.875rem] font-semibold">
                  {isRight ? <TickIcon /> : <CrossIcon />}
                  {isMissed ? 'Right, not chosen' : isRight ? 'Right' : 'Not this one'}
                </span>
              )}
            </label>
            {isChecked && (isMissed || (isTaken && !isRight)) && (
              <InlineHtml
                html={inlineHtml(feedback)}
                className="prose face block px-4 pb-3 text-[0.9375rem] wrap-anywhere"
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

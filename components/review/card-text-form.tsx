'use client'

import { type FormHTMLAttributes, type TextareaHTMLAttributes, useActionState, useId } from 'react'
import type { Result } from '@/lib/result'

interface CardTextFormProps {
  cardId: string
  action(previous: unknown, form: FormData): Promise<Result<null>>
  label: string
  button: string
  /** What is said once it is done, and where it was not and no better word came. */
  done: string
  failed: string
  text?: Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'defaultValue' | 'required'>
  onReset?: FormHTMLAttributes<HTMLFormElement>['onReset']
}

/** A few words on a card, sent to the server, and what came of it. */
export function CardTextForm(props: CardTextFormProps) {
  const { cardId, action, label, button, done, failed, text, onReset } = props
  const id = useId()
  const [result, submit, isPending] = useActionState<Result<null> | null, FormData>(action, null)
  const fault = result?.ok === false ? (result.fields?.text ?? result.message ?? failed) : null
  return (
    <form action={submit} onReset={onReset} className="grid gap-2">
      <label htmlFor={id} className="text-[0.9375rem] font-semibold">
        {label}
      </label>
      <input type="hidden" name="cardId" value={cardId} />
      <textarea
        id={id}
        name="text"
        rows={3}
        maxLength={2000}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}-said`}
        className="rounded border border-line-strong bg-paper px-3 py-2"
        {...text}
      />
      <div className="flex items-center gap-3">
        <button
          type="submit"
          disabled={isPending}
          className="min-h-11 rounded border border-line-strong bg-paper px-4 text-[0.9375rem] hover:bg-sunken"
        >
          {button}
        </button>
        <p id={`${id}-said`} role="status" className={fault ? 'text-error' : 'text-soft'}>
          {fault ?? (result?.ok ? done : '')}
        </p>
      </div>
    </form>
  )
}

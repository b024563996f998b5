'use client'

import { useActionState, useId } from 'react'
import { saveNote } from '@/lib/actions/save-note'
import type { Result } from '@/lib/result'

/** The learner's own note on a card, shown with its answer from then on. */
export function CardNote({ cardId, text }: { cardId: string; text: string }) {
  const id = useId()
  const [result, submit, isPending] = useActionState<Result<null> | null, FormData>(saveNote, null)
  const fault = result?.ok === false ? (result.fields?.text ?? result.message ?? 'This was not saved.') : null
  return (
    <form action={submit} onReset={(event) => event.preventDefault()} className="grid gap-2">
      <label htmlFor={id} className="text-[0.9375rem] font-semibold">
        Your note
      </label>
      <input type="hidden" name="cardId" value={cardId} />
      <textarea
        id={id}
        name="text"
        rows={3}
        maxLength={2000}
        defaultValue={text}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}-said`}
        className="rounded border border-line-strong bg-paper px-3 py-2"
      />
      <div className="flex items-center gap-3">
        <button
          type="submit"
          disabled={isPending}
          className="min-h-11 rounded border border-line-strong bg-paper px-4 text-[0.9375rem] hover:bg-sunken"
        >
          Save note
        </button>
        <p id={`${id}-said`} role="status" className={fault ? 'text-error' : 'text-soft'}>
          {fault ?? (result?.ok ? 'Saved.' : '')}
        </p>
      </div>
    </form>
  )
}

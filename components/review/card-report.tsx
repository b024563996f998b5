'use client'

import { useActionState, useId } from 'react'
import { reportCard } from '@/lib/actions/report-card'
import type { Result } from '@/lib/result'

/** What is wrong with a card of the course, told to its author. */
export function CardReport({ cardId }: { cardId: string }) {
  const id = useId()
  const [result, submit, isPending] = useActionState<Result<null> | null, FormData>(reportCard, null)
  const fault = result?.ok === false ? (result.fields?.text ?? result.message ?? 'This was not sent.') : null
  return (
    <details>
      <summary className="py-1 text-[0.9375rem]">Report something wrong to the author</summary>
      <form action={submit} className="mt-2 grid gap-2">
        <label htmlFor={id} className="text-[0.9375rem]">
          What is wrong, unclear or out of date?
        </label>
        <input type="hidden" name="cardId" value={cardId} />
        <textarea
          id={id}
          name="text"
          rows={3}
          maxLength={2000}
          required
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
            Send
          </button>
          <p id={`${id}-said`} role="status" className={fault ? 'text-error' : 'text-soft'}>
            {fault ?? (result?.ok ? 'Thank you. The author will read it.' : '')}
          </p>
        </div>
      </form>
    </details>
  )
}

'use client'

import { useActionState, useEffect, useRef } from 'react'
import type { Result } from '@/lib/result'

export type FormAction<T> = (previous: unknown, form: FormData) => Promise<Result<T>>

/**
 * A form around a server action: what the action last answered, and the props of the form. It works
 * before its script has loaded. After a refusal the typed values stay, and focus goes to the first
 * field at fault, else to the message.
 */
export function useAccountForm<T>(action: FormAction<T>) {
  const form = useRef<HTMLFormElement>(null)
  const [result, submit, isPending] = useActionState<Result<T> | null, FormData>(action, null)
  useEffect(() => {
    if (!result) return
    const fault = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const target = fault ?? form.current?.querySelector<HTMLElement>('[data-form-message]')
    target?.focus()
  }, [result])
  return {
    result,
    failure: result?.ok === false ? result : null,
    isPending,
    submit,
    // React empties a form once its action is through; who mistyped a password need not retype the rest.
    formProps: { ref: form, action: submit, onReset: (event: React.FormEvent) => event.preventDefault() },
  }
}

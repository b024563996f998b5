'use client'

import { useRouter } from 'next/navigation'
import { useActionState, useEffect, useRef, useState } from 'react'
import { changeSettings } from '@/lib/actions/change-settings'
import { previewSettings } from '@/lib/actions/preview-settings'
import { restoreSettings } from '@/lib/actions/restore-settings'
import type { FieldFaults, Result } from '@/lib/result'
import type { Settings } from '@/lib/review/settings'
import { Button } from './button'
import { DayFields } from './day-fields'
import { FormMessage } from './form-message'
import { PlanFields } from './plan-fields'
import { type SettingsEffect, SettingsPreview } from './settings-preview'

interface ReviewSettingsFormProps {
  settings: Settings
  zones: string[]
  /** The day on which the settings were last changed, in words; null where they never were. */
  changedOn: string | null
}

/** The review settings: what a change would do is shown first, then it is made, then it can be taken back. */
export function ReviewSettingsForm({ settings, zones, changedOn }: ReviewSettingsFormProps) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const effect = useRef<HTMLDivElement>(null)
  /** What the form as it stands would do; null once anything in it has changed. */
  const [looked, setLooked] = useState<SettingsEffect | null>(null)
  const [faults, setFaults] = useState<FieldFaults>({})
  const [message, setMessage] = useState<string | null>(null)
  const [, look, isLooking] = useActionState(async (_: unknown, data: FormData) => {
    const result = await previewSettings(null, data)
    take(result)
    setLooked(result.ok ? result.value : null)
    return null
  }, null)
  const [, apply, isApplying] = useActionState(async (_: unknown, data: FormData) => {
    const result = await changeSettings(null, data)
    take(result)
    if (result.ok) router.refresh()
    return null
  }, null)
  const [, restore, isRestoring] = useActionState(async (_: unknown, data: FormData) => {
    const result = await restoreSettings(null, data)
    take(result)
    if (result.ok) router.refresh()
    return null
  }, null)

  function take(result: Result<unknown>) {
    setFaults(result.ok ? {} : (result.fields ?? {}))
    setMessage(result.ok ? null : (result.message ?? null))
  }

  useEffect(() => {
    if (looked) effect.current?.focus()
  }, [looked])
  useEffect(() => {
    if (Object.keys(faults).length === 0) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faults])

  return (
    <>
      {changedOn && (
        <form action={restore} className="flex flex-wrap items-center gap-3">
          <FormMessage tone="done">{`Last changed on ${changedOn}.`}</FormMessage>
          <Button look="quiet" disabled={isRestoring}>
            Take that change back
          </Button>
        </form>
      )}
      <form
        ref={form}
        action={look}
        onChange={() => setLooked(null)}
        onReset={(event) => event.preventDefault()}
        noValidate
        className="grid gap-10"
      >
        {message && <FormMessage tone="fault">{message}</FormMessage>}
        <DayFields settings={settings} zones={zones} faults={faults} />
        <PlanFields plan={settings.plan} faults={faults} />
        <div className="grid gap-5">
          <Button look={looked ? 'quiet' : 'primary'} disabled={isLooking} className="justify-self-start">
            See what changes
          </Button>
          {looked && (
            <div ref={effect} tabIndex={-1} className="grid gap-5 focus:outline-none">
              <SettingsPreview effect={looked} />
              <div className="flex flex-wrap gap-3">
                <Button disabled={isApplying} formAction={apply}>
                  Apply
                </Button>
                <Button type="button" look="quiet" onClick={() => router.refresh()}>
                  Leave it as it was
                </Button>
              </div>
            </div>
          )}
        </div>
      </form>
    </>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { useActionState, useEffect, useRef, useState } from 'react'
import { applyFit } from '@/lib/actions/apply-fit'
import { previewFit } from '@/lib/actions/preview-fit'
import { requestFit } from '@/lib/actions/request-fit'
import { takeFitBack } from '@/lib/actions/take-fit-back'
import type { Result } from '@/lib/result'
import type { Weights } from '@/lib/review/memory'
import { Button } from './button'
import { FormMessage } from './form-message'
import { type SettingsEffect, SettingsPreview } from './settings-preview'
import { WeightTable } from './weight-table'

interface WeightFitProps {
  /** The latest fit; null where there was none. */
  fit: string | null
  /** 0..1 while it waits or is worked at; null once it is finished. */
  progress: number | null
  /** What came of it. */
  words: string[]
  isByItself: boolean
  /** Weights that were better, for the learner to decide on. */
  offered: Weights | null
  /** Weights of the learner's own are in use. */
  isFitted: boolean
  weights: Weights
}

/** How often the page asks how far a fit is, in ms. */
const ASK_EVERY_MS = 1000

/** Fitting the weights: asked for by a press, shown before it is applied, taken back by a press. */
export function WeightFit(props: WeightFitProps) {
  const { fit, progress, words, isByItself, offered, isFitted, weights } = props
  const router = useRouter()
  const inUse = useRef<HTMLParagraphElement>(null)
  const effect = useRef<HTMLDivElement>(null)
  const [looked, setLooked] = useState<SettingsEffect | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const isRunning = progress !== null

  function take<T>(result: Result<T>): T | null {
    setFault(result.ok ? null : (result.message ?? 'That did not work. Try again.'))
    return result.ok ? result.value : null
  }
  function changed(result: Result<null>) {
    take(result)
    setLooked(null)
    // The button that was pressed goes away; what it changed is here.
    inUse.current?.focus()
    router.refresh()
  }
  const [, request, isRequesting] = useActionState(async (_: unknown, form: FormData) => {
    take(await requestFit(null, form))
    setLooked(null)
    router.refresh()
    return null
  }, null)
  const [, look, isLooking] = useActionState(async (_: unknown, form: FormData) => {
    setLooked(take(await previewFit(null, form)))
    return null
  }, null)
  const [, apply, isApplying] = useActionState(async (_: unknown, form: FormData) => {
    changed(await applyFit(null, form))
    return null
  }, null)
  const [, takeBack, isTakingBack] = useActionState(async (_: unknown, form: FormData) => {
    changed(await takeFitBack(null, form))
    return null
  }, null)

  useEffect(() => {
    if (looked) effect.current?.focus()
  }, [looked])
  useEffect(() => {
    if (!isRunning) return
    const asking = setInterval(() => router.refresh(), ASK_EVERY_MS)
    return () => clearInterval(asking)
  }, [isRunning, router])

  return (
    <div className="grid gap-8">
      {fault && <FormMessage tone="fault">{fault}</FormMessage>}
      <form action={takeBack} className="grid justify-items-start gap-4">
        <p ref={inUse} tabIndex={-1} role="status" className="focus:outline-none">
          <strong className="font-semibold">In use:</strong>{' '}
          {isFitted ? 'weights fitted to your own reviews.' : 'the weights that everyone begins with.'}
        </p>
        {isFitted && (
          <Button look="quiet" disabled={isTakingBack}>
            Go back to the weights before
          </Button>
        )}
      </form>
      <section aria-labelledby="latest-fit" className="grid gap-4">
        <h2 id="latest-fit" className="part-title">
          {fit === null ? 'A first fit' : 'The latest fit'}
        </h2>
        {fit === null && <p>A fit takes a few seconds. It changes nothing: you are told what came of it.</p>}
        <div role="status" className="grid gap-3">
          {isRunning && (
            <p>
              Fitting to your reviews. You can leave this page: it goes on, and what comes of it waits here.
            </p>
          )}
          {isByItself && !isRunning && <p>You had enough new reviews, so this was fitted by itself.</p>}
          {words.map((sentence, place) => (
            <p key={sentence} className={place > 0 ? 'text-soft' : undefined}>
              {sentence}
            </p>
          ))}
        </div>
        {isRunning && (
          <progress
            aria-label="How far the fit is"
            value={progress}
            max={1}
            className="w-full accent-accent"
          />
        )}
        <div className="flex flex-wrap gap-3">
          {offered && !looked && (
            <form action={look}>
              <input type="hidden" name="fit" value={fit ?? ''} />
              <Button disabled={isLooking}>See what changes</Button>
            </form>
          )}
          <form action={request}>
            <Button look={offered ? 'quiet' : 'primary'} disabled={isRunning || isRequesting}>
              Fit to my reviews
            </Button>
          </form>
        </div>
        {looked && offered && (
          <div ref={effect} tabIndex={-1} className="grid gap-5 focus:outline-none">
            <SettingsPreview effect={looked} />
            <form action={apply} className="flex flex-wrap gap-3">
              <input type="hidden" name="fit" value={fit ?? ''} />
              <Button disabled={isApplying}>Use these weights</Button>
              <Button type="button" look="quiet" onClick={() => setLooked(null)}>
                Leave it as it was
              </Button>
            </form>
          </div>
        )}
        <WeightTable weights={weights} offered={offered} />
      </section>
    </div>
  )
}

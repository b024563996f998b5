'use client'

import { useEffect, useRef, useState } from 'react'
import type { CardFace } from '@/lib/content/card-face'
import { readPlace } from './read-place'

/** The paragraph that taught a card, opened again where its learner is. Shows nothing where it cannot be had. */
export function PlaceAgain({ face }: { face: CardFace }) {
  const { lesson, heading, headingTitle, lessonTitle } = face
  const words = useRef<HTMLDivElement>(null)
  const [stage, setStage] = useState<'reading' | 'open' | 'missing'>('reading')
  useEffect(() => {
    let isGone = false
    const open = async () => {
      const nodes = lesson === null ? null : await readPlace(lesson, heading)
      if (isGone) return
      if (nodes) words.current?.replaceChildren(...nodes)
      setStage(nodes ? 'open' : 'missing')
    }
    void open()
    return () => {
      isGone = true
    }
  }, [lesson, heading])
  return (
    <section aria-labelledby="place-again" hidden={stage === 'missing'} className="mt-8">
      <h2 id="place-again" className="text-[1.25rem] font-[650]">
        {headingTitle}
      </h2>
      {headingTitle !== lessonTitle && <p className="text-[0.9375rem] text-soft">From {lessonTitle}</p>}
      <div ref={words} className="prose mt-3" />
      <p role="status" className={stage === 'reading' ? 'text-soft' : 'sr-only'}>
        {stage === 'reading' ? 'Opening its paragraph …' : 'Its paragraph is open below the card.'}
      </p>
    </section>
  )
}

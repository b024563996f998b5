import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react'
import type { ProblemName } from '@/lib/problems/catalogue'
import { problemRoom } from '../problems/problem-room'

/** What stands below a problem: the gap, and the button that checks. */
const below = 84

interface Props {
  name: ProblemName
  isDrawn: boolean
  /** Whether the reader has acted on it: from then on its height follows what they do. */
  isTaken: boolean
  children: ReactNode
}

/**
 * Where a problem will stand, in the room that its kind takes at most. What it does not need is given back once nobody
 * can see it: problems differ in height by more than a phone's window, and the text below must not move under the eye.
 */
export function ProblemPlace({ name, isDrawn, isTaken, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [isFitted, setIsFitted] = useState(false)
  if (isTaken && !isFitted) setIsFitted(true)

  useEffect(() => {
    const target = place.current
    if (!target || !isDrawn) return
    const observer = new IntersectionObserver((entries) => {
      // Only from below the window: not every browser holds its place when something above it shrinks.
      if (!entries.some(({ boundingClientRect }) => boundingClientRect.top > innerHeight)) return
      setIsFitted(true)
      observer.disconnect()
    })
    observer.observe(target)
    return () => observer.disconnect()
  }, [isDrawn])

  const { phone, wide } = problemRoom[name]
  return (
    <div
      ref={place}
      className={
        isFitted ? 'grid content-start gap-5' : 'grid min-h-(--phone) content-start gap-5 sm:min-h-(--wide)'
      }
      style={{ '--phone': `${phone + below}px`, '--wide': `${wide + below}px` } as CSSProperties}
    >
      {children}
    </div>
  )
}

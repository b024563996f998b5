import { type RefObject, useEffect, useRef } from 'react'

/** When the element first stood in view (ms since the epoch): thinking about a question begins there. */
export function useSeenAt(element: RefObject<Element | null>): RefObject<number | null> {
  const seenAt = useRef<number | null>(null)
  useEffect(() => {
    const target = element.current
    if (!target) return
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      seenAt.current ??= Date.now()
      observer.disconnect()
    })
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return seenAt
}

import { type RefObject, useEffect, useState } from 'react'

/** Begun this far before the element comes into view, so that it is there when the reader is. */
const MARGIN = '600px'

/** Whether the element has been near the view yet. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    const target = element.current
    if (!target) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        setIsNear(true)
        observer.disconnect()
      },
      { rootMargin: MARGIN },
    )
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return isNear
}

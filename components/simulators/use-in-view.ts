import { type RefObject, useEffect, useState } from 'react'

/** Whether the element is on screen and its tab is shown. */
export function useInView(element: RefObject<Element | null>): boolean {
  const [onScreen, setOnScreen] = useState(false)
  const [shown, setShown] = useState(true)
  useEffect(() => {
    const target = element.current
    if (!target) return
    const observer = new IntersectionObserver((entries) =>
      setOnScreen(entries.some((entry) => entry.isIntersecting)),
    )
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  useEffect(() => {
    const look = () => setShown(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return onScreen && shown
}

'use client'

import { useEffect } from 'react'

/**
 * Lets a figure move only while it is in view (app/lesson.css): a line that flows off screen would keep the
 * processor of a phone at work for nobody. Shows nothing.
 */
export function FigureMotion() {
  useEffect(() => {
    const seen = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) target.toggleAttribute('data-in-view', isIntersecting)
    })
    for (const figure of document.querySelectorAll('.figure')) seen.observe(figure)
    return () => seen.disconnect()
  }, [])
  return null
}

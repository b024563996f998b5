'use client'

import { useEffect } from 'react'
import { haveLateFonts, lateFontsCookie } from '@/lib/content/late-fonts'

const year = 365 * 24 * 60 * 60

/**
 * Fetches the faces that a first screen can do without, once the page has come in: before, they would share a slow
 * line with the text and its style. They are shown from the next page on: put into this one they would move its lines.
 */
export function LateFonts() {
  useEffect(() => {
    let isGone = false
    async function fetchThem() {
      await document.fonts.ready
      // No element asks for these families, so nothing on the page changes. What cannot be had is asked for again.
      const asked = await Promise.allSettled([...document.fonts].map((face) => face.load()))
      if (isGone || asked.every(({ status }) => status === 'rejected')) return
      // The Cookie Store API is not in every browser that we serve.
      // biome-ignore lint/suspicious/noDocumentCookie: see above
      document.cookie = `${lateFontsCookie}=${haveLateFonts}; path=/; max-age=${year}; samesite=lax`
    }
    const begin = () => void fetchThem()
    if (document.readyState === 'complete') begin()
    else addEventListener('load', begin, { once: true })
    return () => {
      isGone = true
      removeEventListener('load', begin)
    }
  }, [])
  return null
}

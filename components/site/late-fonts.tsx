'use client'

import { useEffect } from 'react'
import { haveLateFonts, lateFontsCookie } from '@/lib/content/late-fonts'

const year = 365 * 24 * 60 * 60

/**
 * Fetches the faces that a first screen can do without, once the page has come in: before, they would share
 * a slow line with the text and its style. Whoever has them in the cache gets them from the server at once.
 */
export function LateFonts({ classNames }: { classNames: string }) {
  useEffect(() => {
    const root = document.documentElement
    let isGone = false
    async function fetchThem() {
      await document.fonts.ready
      if (isGone) return
      root.classList.add(...classNames.split(' '))
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
  }, [classNames])
  return null
}

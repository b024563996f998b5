'use client'

import { useState } from 'react'
import { ContrastIcon } from '@/components/ui/icons'
import { parseTheme, type Theme, themeCookie, themes } from '@/lib/content/theme'

const words: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' }
const year = 365 * 24 * 60 * 60

/** A native select under an icon: the choice holds at once, and the cookie tells the server for next time. */
export function ThemeSelect({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial)

  function choose(value: string) {
    const chosen = parseTheme(value)
    setTheme(chosen)
    // The Cookie Store API is not in every browser that we serve.
    // biome-ignore lint/suspicious/noDocumentCookie: see above
    document.cookie = `${themeCookie}=${chosen}; path=/; max-age=${year}; samesite=lax`
    document.documentElement.dataset.theme = chosen
  }

  return (
    <label className="relative flex size-10 items-center justify-center rounded hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <span className="sr-only">Colour theme</span>
      <ContrastIcon />
      <select
        className="absolute inset-0 appearance-none rounded bg-raised text-ink opacity-0"
        value={theme}
        onChange={(event) => choose(event.target.value)}
      >
        {themes.map((value) => (
          <option key={value} value={value}>
            {words[value]}
          </option>
        ))}
      </select>
    </label>
  )
}

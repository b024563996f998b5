import Link from 'next/link'
import type { ReactNode } from 'react'
import { SearchButton } from '@/components/search/search-button'
import type { Theme } from '@/lib/content/theme'
import { Mark } from './mark'
import { ThemeSelect } from './theme-select'

const item = 'rounded px-2 py-1.5 text-ink no-underline hover:bg-sunken'

/** The head of every page. What belongs to the person signed in comes as slots, streamed by the layout. */
export function Header({ theme, due, account }: { theme: Theme; due: ReactNode; account: ReactNode }) {
  return (
    <header className="no-print border-b border-line">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:rounded focus:bg-raised focus:px-4 focus:py-2 focus:shadow-float"
      >
        Skip to content
      </a>
      <div className="page flex h-15 items-center gap-1 text-[0.9375rem] sm:gap-2">
        <Link
          href="/"
          prefetch={false}
          className="mr-auto flex items-center gap-2 text-[1.125rem] font-[650] tracking-[-0.01em] text-ink no-underline"
        >
          <Mark />
          <span className="max-[26rem]:sr-only">Spanwise</span>
        </Link>
        <nav aria-label="Main" className="flex items-center gap-0.5 sm:gap-1">
          <Link href="/course" className={item} prefetch={false}>
            Course
          </Link>
          <Link href="/play" className={item} prefetch={false}>
            Play
          </Link>
          <Link href="/review" className={`${item} relative`} prefetch={false}>
            Review{due}
          </Link>
        </nav>
        <SearchButton />
        <ThemeSelect initial={theme} />
        {account}
      </div>
    </header>
  )
}

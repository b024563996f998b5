import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { type ReactNode, Suspense } from 'react'
import { Footer } from '@/components/site/footer'
import { Header } from '@/components/site/header'
import { LateFonts } from '@/components/site/late-fonts'
import { cn } from '@/components/ui/cn'
import { course } from '@/content/course'
import { haveLateFonts, lateFontsCookie } from '@/lib/content/late-fonts'
import { parseTheme, themeCookie } from '@/lib/content/theme'
import { env } from '@/lib/server/env'
import { AccountLink } from './account-link'
import { DueCount } from './due-count'
import { mono, sans, serif, serifItalic } from './fonts'
import { ReaderMark } from './reader-mark'
import './globals.css'

export const metadata: Metadata = {
  metadataBase: new URL(env.NEXTAUTH_URL),
  title: { default: `Spanwise: ${course.title}`, template: '%s · Spanwise' },
  description: course.summary,
  applicationName: 'Spanwise',
  openGraph: { siteName: 'Spanwise', type: 'website', locale: 'en' },
}

export const viewport: Viewport = { colorScheme: 'light dark' }

/** Italic and code: a page can be read without them, so they come once it has. */
const lateFonts = cn(serifItalic.variable, mono.variable)

// The theme is read here, so every page is rendered at request time. That is also what the CSP's nonce
// needs: see docs/decisions/006-rendering-and-csp.md.
export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies()
  const theme = parseTheme(jar.get(themeCookie)?.value)
  const hasLateFonts = jar.get(lateFontsCookie)?.value === haveLateFonts
  return (
    <html
      lang="en"
      data-theme={theme}
      className={cn(serif.variable, sans.variable, hasLateFonts && lateFonts)}
    >
      <body>
        <Header
          theme={theme}
          due={
            <Suspense fallback={null}>
              <DueCount />
            </Suspense>
          }
          account={
            <Suspense fallback={<span className="w-16" />}>
              <AccountLink />
            </Suspense>
          }
        />
        <main id="content" tabIndex={-1} className="flex-1 focus:outline-none">
          {children}
        </main>
        <Footer />
        <Suspense>
          <ReaderMark />
        </Suspense>
        {hasLateFonts ? null : <LateFonts />}
      </body>
    </html>
  )
}

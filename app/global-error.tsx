'use client'

import { Fault } from '@/components/site/fault'
import './globals.css'

// Stands in for the whole document when the layout itself has failed.
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown · Spanwise</title>
        <main>
          <Fault reference={error.digest ?? null}>
            <a
              href="/"
              className="rounded bg-accent px-5 py-2.5 font-semibold text-on-accent no-underline hover:bg-accent-strong"
            >
              Back to the start
            </a>
          </Fault>
        </main>
      </body>
    </html>
  )
}

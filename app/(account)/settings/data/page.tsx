import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ImportForm } from '@/components/data/import-form'
import { requireUser } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Your data', robots: { index: false } }

const exports = [
  ['/api/export', 'Everything, as JSON', 'Your account, your cards and the whole log of your reviews.'],
  [
    '/api/export/anki',
    'Your cards, for Anki (.apkg)',
    'With their schedule and history, a deck for each lesson.',
  ],
  [
    '/api/export/csv',
    'The log of your reviews, as CSV',
    'One line for each review, for a table or a script.',
  ],
] as const

export default async function DataPage() {
  await requireUser('/settings/data')
  return (
    <div className="mx-auto grid w-full max-w-160 gap-12 px-5 py-12">
      <h1 className="page-title">Your data</h1>
      <Part title="Take it along">
        <ul className="grid gap-4">
          {exports.map(([href, title, text]) => (
            <li key={href}>
              <a href={href} download className="font-semibold text-accent underline underline-offset-3">
                {title}
              </a>
              <p className="text-soft">{text}</p>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Bring it here">
        <ImportForm />
      </Part>
      <Part title="Delete it">
        <p>
          You can{' '}
          <Link href="/settings#delete-account" className="text-accent underline underline-offset-3">
            delete your account
          </Link>{' '}
          and everything in it at any time. Take an export first if you may want it back.
        </p>
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-5 border-line border-t pt-8">
      <h2 className="part-title">{title}</h2>
      {children}
    </section>
  )
}

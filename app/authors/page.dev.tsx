import type { Metadata } from 'next'
import { AuthorReport } from '@/components/lesson/author-report'
import { reportLessons } from '@/lib/server/authoring'

export const metadata: Metadata = { title: 'For authors', robots: 'noindex' }

/** In development only: `.dev.tsx` is a page's ending there and nowhere else (next.config.ts). */
export default function AuthorsPage() {
  const reports = reportLessons()
  const cards = reports.reduce((sum, report) => sum + report.cards.length, 0)
  return (
    <div className="page max-w-[896px] pt-12 pb-24">
      <h1 className="text-[2.25rem] leading-[1.12] font-[650]">For authors</h1>
      <p className="mt-4 text-soft">
        {reports.length} lessons, {cards} cards, as the files are now. This page exists in development only.
      </p>
      {reports.map((report) => (
        <AuthorReport key={report.slug} report={report} />
      ))}
    </div>
  )
}

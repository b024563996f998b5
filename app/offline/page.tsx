import type { Metadata } from 'next'
import { KeptList } from '@/components/offline/kept-list'
import { simulators } from '@/components/simulators/simulator-names'
import { course } from '@/content/course'
import { listLessons } from '@/lib/content/course'

export const metadata: Metadata = { title: 'Offline', robots: { index: false } }

const titles: Record<string, string> = {
  '/review': 'Review what is due',
  '/course': 'Course',
  ...Object.fromEntries(listLessons(course).map(({ slug, title }) => [`/learn/${slug}`, title])),
  '/play': 'Play',
  ...Object.fromEntries(Object.entries(simulators).map(([name, { title }]) => [`/play/${name}`, title])),
}

/** What opens in place of a page that this browser has never seen, while there is no network. */
export default function OfflinePage() {
  return (
    <div className="page max-w-[44rem] pt-12 pb-24">
      <h1 className="text-[2rem] leading-[1.15] font-[650] tracking-[-0.015em]">
        Not here without a network
      </h1>
      <p className="mt-4 text-[1.125rem]">
        This page has not been opened in this browser yet. What you opened before works without a network.
        Grades that you give are kept here, and are sent when the network is back.
      </p>
      <KeptList titles={titles} />
    </div>
  )
}

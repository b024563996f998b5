import type { Metadata } from 'next'
import Link from 'next/link'
import { simulators } from '@/components/simulators/simulator-names'

const summary = 'Change one thing, and see what OpenTelemetry really does.'

export const metadata: Metadata = {
  title: 'Play',
  description: summary,
  alternates: { canonical: '/play' },
}

export default function PlayPage() {
  return (
    <div className="page max-w-[896px] pt-12 pb-24">
      <h1 className="text-[2.25rem] leading-[1.12] font-[650] tracking-[-0.015em] sm:text-[2.75rem]">Play</h1>
      <p className="mt-4 max-w-[36rem] font-serif text-[1.25rem] leading-normal text-soft">{summary}</p>
      <ul className="mt-10 border-t border-line">
        {Object.entries(simulators).map(([name, { title, summary: what }]) => (
          <li key={name} className="border-b border-line py-6">
            <h2 className="text-[1.375rem] leading-7 font-[650]">
              <Link href={`/play/${name}`} className="text-accent underline underline-offset-4">
                {title}
              </Link>
            </h2>
            <p className="mt-2 max-w-[36rem] text-soft">{what}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

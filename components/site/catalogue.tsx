import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Course } from '@/lib/content/course'
import { ModuleSummary } from './module-summary'
import { RequestDrawing } from './request-drawing'

const ways = [
  [
    'Read',
    'A lesson is a text you can take your time with, with drawings that answer and facts that carry their source.',
  ],
  [
    'Recall',
    'Short questions stand where the idea was just met. Answer them, and they join a deck of your own.',
  ],
  [
    'Review',
    'A few minutes on the days that matter. The intervals grow with you, so that what you learn stays.',
  ],
] as const

/** The front page: what this is, where to begin, and the course at a glance. */
export function Catalogue({ course, start }: { course: Course; start: ReactNode }) {
  return (
    <div className="page max-w-[1120px] pt-10 pb-24 sm:pt-16">
      <div className="grid items-center gap-x-16 gap-y-10 md:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]">
        <div>
          <h1 className="text-[2.375rem] leading-[1.08] font-[650] tracking-[-0.02em] sm:text-[3.25rem]">
            Learn production observability, and remember it
          </h1>
          <p className="mt-5 max-w-[34rem] font-serif text-[1.25rem] leading-normal text-soft">
            {course.summary}
          </p>
          {start}
        </div>
        <RequestDrawing />
      </div>

      <dl className="mt-16 grid gap-x-12 gap-y-6 border-t border-line pt-8 sm:grid-cols-3">
        {ways.map(([name, text]) => (
          <div key={name}>
            <dt className="text-[1.125rem] font-semibold">{name}</dt>
            <dd className="mt-1 text-soft">{text}</dd>
          </div>
        ))}
      </dl>

      <section aria-labelledby="course" className="mt-20">
        <h2 id="course" className="text-[1.75rem] leading-tight font-[650] tracking-[-0.01em]">
          <Link href="/course" prefetch={false} className="text-ink no-underline hover:text-accent">
            {course.title}
          </Link>
        </h2>
        <p className="mt-2 text-soft">
          Twelve lessons in four modules. The first covers the whole model; each later one takes a part of it
          to depth.
        </p>
        <div className="mt-8 grid gap-x-16 gap-y-10 md:grid-cols-2">
          {course.modules.map((module, index) => (
            <ModuleSummary key={module.title} module={module} number={index + 1} />
          ))}
        </div>
      </section>
    </div>
  )
}

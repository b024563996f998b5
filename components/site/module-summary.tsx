import Link from 'next/link'
import type { CourseModule } from '@/lib/content/course'

/** A module and the names of its lessons. What is only announced says so, and leads nowhere. */
export function ModuleSummary({ module, number }: { module: CourseModule; number: number }) {
  return (
    <section aria-labelledby={`module-${number}`}>
      <p className="eyebrow">Module {number}</p>
      <h3 id={`module-${number}`} className="text-[1.25rem] leading-snug font-[650]">
        {module.title}
      </h3>
      <ul className="mt-3">
        {module.lessons.map((lesson) => (
          <li
            key={lesson.slug}
            className="flex items-baseline justify-between gap-4 border-t border-line py-2.5"
          >
            {lesson.status === 'ready' ? (
              <Link
                href={`/learn/${lesson.slug}`}
                prefetch={false}
                className="font-semibold text-accent underline decoration-1 underline-offset-3 hover:text-accent-strong"
              >
                {lesson.title}
              </Link>
            ) : (
              <>
                <span>{lesson.title}</span>
                <span className="text-[0.9375rem] text-soft">Announced</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

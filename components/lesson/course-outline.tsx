import type { Course } from '@/lib/content/course'
import { LessonRow, type LessonStanding } from './lesson-row'

/** The course as a table of contents: modules, and the lessons in them numbered through. */
export function CourseOutline({
  course,
  standings,
}: {
  course: Course
  standings: ReadonlyMap<string, LessonStanding>
}) {
  let number = 0
  return course.modules.map((module, index) => (
    <section key={module.title} aria-labelledby={`module-${index + 1}`} className="mt-12">
      <p className="eyebrow">Module {index + 1}</p>
      <h2
        id={`module-${index + 1}`}
        className="mt-0.5 mb-4 text-[1.5rem] leading-tight font-[650] tracking-[-0.01em]"
      >
        {module.title}
      </h2>
      <ol className="border-b border-line">
        {module.lessons.map((lesson) => {
          number += 1
          return (
            <LessonRow
              key={lesson.slug}
              lesson={lesson}
              number={number}
              standing={standings.get(lesson.slug) ?? null}
            />
          )
        })}
      </ol>
    </section>
  ))
}

import type { Metadata } from 'next'
import { Suspense } from 'react'
import { CourseOutline } from '@/components/lesson/course-outline'
import type { LessonStanding } from '@/components/lesson/lesson-row'
import { course } from '@/content/course'
import { listSections } from '@/lib/server/content'
import { listProgress } from '@/lib/server/progress'
import { findUser } from '@/lib/server/session'

export const metadata: Metadata = {
  title: 'The course',
  description: course.summary,
  alternates: { canonical: '/course' },
}

export default function CoursePage() {
  return (
    <div className="page max-w-[896px] pt-12 pb-24">
      <h1 className="text-[2.25rem] leading-[1.12] font-[650] tracking-[-0.015em] sm:text-[2.75rem]">
        {course.title}
      </h1>
      <p className="mt-4 max-w-[36rem] font-serif text-[1.25rem] leading-normal text-soft">
        {course.summary}
      </p>
      <Suspense fallback={<CourseOutline course={course} standings={new Map()} />}>
        <OwnOutline />
      </Suspense>
    </div>
  )
}

/** The outline with how far this learner is. Streamed; the plain one stands in its place, in its shape. */
async function OwnOutline() {
  const user = await findUser()
  const standings = new Map<string, LessonStanding>()
  for (const [lesson, { read }] of user ? await listProgress(user) : [])
    standings.set(lesson, { read: read.length, of: listSections(lesson).length })
  return <CourseOutline course={course} standings={standings} />
}

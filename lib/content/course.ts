/** The shape of a course, and pure look-ups in it. The course itself is content/course.ts. */
export interface Course {
  slug: string
  title: string
  summary: string
  modules: readonly CourseModule[]
}

export interface CourseModule {
  title: string
  lessons: readonly LessonEntry[]
}

export interface LessonEntry {
  slug: string
  title: string
  summary: string
  /** `ready` has a folder in content/lessons; `announced` stands in the catalogue only. */
  status: 'ready' | 'announced'
}

/** Every lesson in course order. */
export function listLessons(course: Course): LessonEntry[] {
  return course.modules.flatMap((module) => module.lessons)
}

/** The lesson of that slug if it can be opened; null for an unknown or an announced one. */
export function findLesson(course: Course, slug: string): LessonEntry | null {
  return listLessons(course).find((lesson) => lesson.slug === slug && lesson.status === 'ready') ?? null
}

/** The ready lessons before and after one. */
export function neighbours(
  course: Course,
  slug: string,
): { previous: LessonEntry | null; next: LessonEntry | null } {
  const ready = listLessons(course).filter((lesson) => lesson.status === 'ready')
  const at = ready.findIndex((lesson) => lesson.slug === slug)
  if (at < 0) return { previous: null, next: null }
  return { previous: ready[at - 1] ?? null, next: ready[at + 1] ?? null }
}

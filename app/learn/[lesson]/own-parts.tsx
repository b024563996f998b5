import { Contents } from '@/components/lesson/contents'
import type { ContentsSection } from '@/components/lesson/contents-list'
import { ResumeBar } from '@/components/lesson/resume-bar'
import { findProgress } from '@/lib/server/progress'
import type { UserId } from '@/lib/server/session'

interface Props {
  user: UserId
  lesson: string
  sections: readonly ContentsSection[]
}

/** The contents with what this learner has read. Streamed: the prose does not wait for it. */
export async function OwnContents({ user, lesson, sections }: Props) {
  const { read } = await findProgress(user, lesson)
  return <Contents lesson={lesson} sections={sections} kept={read} />
}

/** The way back to where this learner was, if that is not the beginning. */
export async function OwnResume({ user, lesson, sections }: Props) {
  const { at } = await findProgress(user, lesson)
  const place = sections.findIndex(({ id }) => id === at)
  const section = sections[place]
  return place > 0 && section ? <ResumeBar id={section.id} title={section.title} /> : null
}

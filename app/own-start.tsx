import { StartPanel } from '@/components/site/start-panel'
import { course } from '@/content/course'
import { findLesson, listLessons } from '@/lib/content/course'
import { findDue } from '@/lib/server/due'
import { listProgress } from '@/lib/server/progress'
import { findUser } from '@/lib/server/session'

const flagship = listLessons(course).find((lesson) => lesson.status === 'ready')

/** Where anyone begins: the first lesson. */
export function PlainStart() {
  return flagship ? <StartPanel lesson={flagship} at={null} due={null} /> : null
}

/** Where this learner left off, and what is due. */
export async function OwnStart() {
  const user = await findUser()
  if (!user) return <PlainStart />
  const [progress, due] = await Promise.all([listProgress(user), findDue(user)])
  const [latest] = progress
  const lesson = latest ? findLesson(course, latest[0]) : null
  if (!latest || !lesson) return flagship ? <StartPanel lesson={flagship} at={null} due={due} /> : null
  return <StartPanel lesson={lesson} at={latest[1].at} due={due} />
}

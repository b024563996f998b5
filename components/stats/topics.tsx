import Link from 'next/link'
import type { StatedLesson, Topic } from '@/lib/review/statistics/topic'
import { counted, percent } from '@/lib/review/statistics/words'
import { Aside, StatsSection } from './stats-section'

const number = 'py-2 pl-4 text-right align-top whitespace-nowrap'
const wide = `${number} hidden sm:table-cell`

/** Lessons and what each is to teach, the weakest first, each with the way to its section. */
export function Topics({ lessons }: { lessons: readonly StatedLesson[] }) {
  return (
    <StatsSection id="topics" title="Lesson by lesson">
      {lessons.length === 0 ? (
        <p className="mt-3">
          Your cards belong to no lesson. Those that you meet in a lesson will stand here.
        </p>
      ) : (
        <p className="mt-3">
          The weakest first. Open a lesson to see what it wants you to be able to do, and where to read it
          again.
        </p>
      )}
      {lessons.map((lesson) => (
        <details key={lesson.slug} className="border-b border-line">
          <summary className="py-3">
            <span className="font-semibold">{lesson.title}</span>
            <span className="block text-[0.9375rem] text-soft">
              {lesson.cards <= lesson.written
                ? `${lesson.cards} of ${counted(lesson.written, 'card')} in your deck`
                : `${counted(lesson.cards, 'card')} in your deck`}
              {lesson.recall !== null && `, recall today expected at ${percent(lesson.recall)}`}
              {lesson.retention.asked > 0 && `, ${recalledWords(lesson)} when they came back`}
            </span>
          </summary>
          <table className="mb-4 w-full text-left text-[0.9375rem]">
            <caption className="sr-only">Objectives of {lesson.title}, the weakest first</caption>
            <thead>
              <tr className="border-b border-line text-soft">
                <th scope="col" className="py-2 font-normal">
                  You can
                </th>
                <th scope="col" className={`${wide} font-normal`}>
                  Cards
                </th>
                <th scope="col" className={`${number} font-normal`}>
                  Recall today
                </th>
                <th scope="col" className={`${wide} font-normal`}>
                  Recalled
                </th>
              </tr>
            </thead>
            <tbody>
              {lesson.objectives.map((objective) => (
                <tr key={objective.text} className="border-b border-line last:border-0">
                  <th scope="row" className="py-2 align-top font-normal">
                    <Link
                      href={`/learn/${lesson.slug}#${objective.section}`}
                      prefetch={false}
                      className="text-accent underline underline-offset-3"
                    >
                      {objective.text}
                    </Link>
                  </th>
                  <td className={wide}>{objective.cards}</td>
                  <td className={number}>{objective.recall === null ? 'new' : percent(objective.recall)}</td>
                  <td className={wide}>{objective.retention.asked === 0 ? '' : recalledWords(objective)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="mb-4">
            <Link href={`/learn/${lesson.slug}`} prefetch={false} className="text-accent">
              Open the lesson
            </Link>
          </p>
        </details>
      ))}
      {lessons.length > 0 && (
        <Aside>
          Recall today is what FSRS expects if you were asked now. A card that asks for two objectives counts
          to both. Of a handful of cards these numbers say little.
        </Aside>
      )}
    </StatsSection>
  )
}

function recalledWords({ retention: { asked, recalled } }: Topic): string {
  return `${recalled} of ${asked}`
}

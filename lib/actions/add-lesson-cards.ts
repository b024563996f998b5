'use server'

import { lessonInput } from '../review/card-input'
import { addLessonCards as add } from '../server/lesson-cards'
import { userAction } from '../server/user-action'

const run = userAction(lessonInput, (user, { lesson }) => add(user, lesson, Date.now()))

/** Puts the cards of a lesson that are not in the deck yet there, as new ones. */
export async function addLessonCards(_previous: unknown, form: FormData) {
  return run(form)
}

'use client'

import { saveNote } from '@/lib/actions/save-note'
import { CardTextForm } from './card-text-form'

/** The learner's own note on a card, shown with its answer from then on. */
export function CardNote({ cardId, text }: { cardId: string; text: string }) {
  return (
    <CardTextForm
      cardId={cardId}
      action={saveNote}
      label="Your note"
      button="Save note"
      done="Saved."
      failed="This was not saved."
      text={{ defaultValue: text }}
      // React empties a form that was sent; a saved note stays to be read.
      onReset={(event) => event.preventDefault()}
    />
  )
}

'use client'

import { reportCard } from '@/lib/actions/report-card'
import { CardTextForm } from './card-text-form'

/** What is wrong with a card of the course, told to its author. */
export function CardReport({ cardId }: { cardId: string }) {
  return (
    <details>
      <summary className="py-1 text-[0.9375rem]">Report something wrong to the author</summary>
      <div className="mt-2">
        <CardTextForm
          cardId={cardId}
          action={reportCard}
          label="What is wrong, unclear or out of date?"
          button="Send"
          done="Thank you. The author will read it."
          failed="This was not sent."
          text={{ required: true }}
        />
      </div>
    </details>
  )
}

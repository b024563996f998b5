'use client'

import Link from 'next/link'
import { writeCard } from '@/lib/actions/write-card'
import { Button } from '../account/button'
import { FormMessage } from '../account/form-message'
import { useAccountForm } from '../account/use-account-form'
import { CardWordsFields } from './card-words-fields'

interface WriteCardFormProps {
  /** The paragraph that the card is about; null for a card about nothing here. */
  place: { lesson: string; lessonTitle: string; heading: string | null; headingTitle: string } | null
  /** What was selected in the lesson. */
  quote: string
}

/** A card of the learner's own. */
export function WriteCardForm({ place, quote }: WriteCardFormProps) {
  const { result, failure, formProps, isPending } = useAccountForm(writeCard)
  if (result?.ok)
    return (
      <div className="mt-8 grid gap-4">
        <FormMessage tone="done">
          Your card is in the deck, as a new one: it comes in its turn, within your new cards of a day.
        </FormMessage>
        <p className="flex flex-wrap gap-5">
          <Link href={`/cards/${result.value.cardId}`} className="text-accent">
            Look at it
          </Link>
          {place && (
            <a
              href={`/learn/${place.lesson}${place.heading ? `#${place.heading}` : ''}`}
              className="text-accent"
            >
              Back to {place.headingTitle}
            </a>
          )}
          <a href="/cards/new" className="text-accent">
            Write another
          </a>
        </p>
      </div>
    )
  return (
    <form {...formProps} noValidate className="mt-8 grid gap-5">
      {failure?.message && <FormMessage tone="fault">{failure.message}</FormMessage>}
      {place && (
        <p className="text-soft">
          From {place.headingTitle}
          {place.headingTitle !== place.lessonTitle && `, in ${place.lessonTitle}`}
          <input type="hidden" name="lesson" value={place.lesson} />
          <input type="hidden" name="heading" value={place.heading ?? ''} />
        </p>
      )}
      <CardWordsFields question="" answer={quote} tags={[]} faults={failure?.fields ?? {}} />
      <Button disabled={isPending} className="justify-self-start">
        Put it into the deck
      </Button>
    </form>
  )
}

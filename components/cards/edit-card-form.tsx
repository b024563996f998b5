'use client'

import { deleteCard } from '@/lib/actions/delete-card'
import { editCard } from '@/lib/actions/edit-card'
import { Button } from '../account/button'
import { FormMessage } from '../account/form-message'
import { useAccountForm } from '../account/use-account-form'
import { CardWordsFields } from './card-words-fields'

interface EditCardFormProps {
  card: { id: string; question: string; answer: string; tags: string[] }
}

/** The words of a learner's own card, to be written anew, and the way to be rid of it. */
export function EditCardForm({ card }: EditCardFormProps) {
  const edit = useAccountForm(editCard)
  const removal = useAccountForm(deleteCard)
  return (
    <div className="grid gap-6">
      <form {...edit.formProps} noValidate className="grid gap-5">
        {edit.failure?.message && <FormMessage tone="fault">{edit.failure.message}</FormMessage>}
        {edit.result?.ok && <FormMessage tone="done">Saved. Its reviews stay as they are.</FormMessage>}
        <input type="hidden" name="cardId" value={card.id} />
        <CardWordsFields {...card} faults={edit.failure?.fields ?? {}} />
        <Button disabled={edit.isPending} className="justify-self-start">
          Save
        </Button>
      </form>
      <details>
        <summary>Delete this card</summary>
        <form {...removal.formProps} className="mt-3 grid gap-3">
          {removal.failure?.message && <FormMessage tone="fault">{removal.failure.message}</FormMessage>}
          <p>Its words are deleted for good. Its reviews stay in your log.</p>
          <input type="hidden" name="cardId" value={card.id} />
          <Button look="danger" disabled={removal.isPending} className="justify-self-start">
            Delete the card
          </Button>
        </form>
      </details>
    </div>
  )
}

import { useId } from 'react'
import type { FieldFaults } from '@/lib/result'
import { Field, frame } from '../account/field'
import { FieldNotes } from '../account/field-notes'

interface CardWordsFieldsProps {
  question: string
  answer: string
  tags: readonly string[]
  faults: FieldFaults
}

/** The words of a learner's own card: question, answer, tags. */
export function CardWordsFields({ question, answer, tags, faults }: CardWordsFieldsProps) {
  return (
    <>
      <LongField label="Question" name="question" value={question} most={2000} fault={faults.question} />
      <LongField
        label="Answer"
        name="answer"
        value={answer}
        most={4000}
        fault={faults.answer}
        hint="Markdown: *emphasis*, `code`, lists, fenced code."
      />
      <Field
        label="Tags"
        name="tags"
        maxLength={400}
        defaultValue={tags.join(', ')}
        hint="Set apart by commas, ten at most. None is needed."
        fault={faults.tags}
      />
    </>
  )
}

interface LongFieldProps {
  label: string
  name: string
  value: string
  most: number
  fault: string | undefined
  hint?: string
}

function LongField({ label, name, value, most, fault, hint }: LongFieldProps) {
  const id = useId()
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <div className={`${frame} ${fault ? 'border-error' : 'border-line-strong'}`}>
        <textarea
          id={id}
          name={name}
          rows={4}
          maxLength={most}
          defaultValue={value}
          aria-invalid={fault ? true : undefined}
          aria-describedby={described || undefined}
          className="w-full min-w-0 bg-transparent px-3 py-2 text-ink outline-none"
        />
      </div>
      <FieldNotes id={id} fault={fault} hint={hint} />
    </div>
  )
}

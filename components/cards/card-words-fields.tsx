import type { FieldFaults } from '@/lib/result'
import { Field } from '../account/field'
import { FieldFrame } from '../account/field-frame'

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
  return (
    <FieldFrame label={label} hint={hint} fault={fault}>
      {(ties) => (
        <textarea
          {...ties}
          name={name}
          rows={4}
          maxLength={most}
          defaultValue={value}
          className="w-full min-w-0 bg-transparent px-3 py-2 text-ink outline-none"
        />
      )}
    </FieldFrame>
  )
}

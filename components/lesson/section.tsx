import type { ReactNode } from 'react'
import { RecallSection } from '@/components/review/recall-section'
import { isReadable } from '@/lib/content/outline'
import type { Reading } from '@/lib/content/reading'
import { PreviewGate } from './preview-gate'

interface Props {
  id: string
  title: string
  /** Place among the lesson's sections, from 0; a string because MDX attributes are. */
  index: string
  reading: Reading
  children: ReactNode
}

/**
 * One section of a lesson. The contents watch `data-section`, and the mark at its end for "read". Of a
 * section that may not be read, nothing reaches the browser; at the first gap stands how to read on.
 */
export function Section({ id, index, reading, children }: Props) {
  if (!isReadable(reading.access, { id, index: Number(index) })) {
    const hidden = reading.sections.filter(
      (section, at) => !isReadable(reading.access, { id: section.id, index: at }),
    )
    return hidden[0]?.id === id ? <PreviewGate lesson={reading.lesson} hidden={hidden} /> : null
  }
  return (
    <section className="lesson-section" data-section={id} aria-labelledby={id}>
      <RecallSection>{children}</RecallSection>
      <div data-section-end={id} aria-hidden="true" />
    </section>
  )
}

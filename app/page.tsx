import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Catalogue } from '@/components/site/catalogue'
import { course } from '@/content/course'
import { OwnStart, PlainStart } from './own-start'

export const metadata: Metadata = { alternates: { canonical: '/' } }

export default function CataloguePage() {
  return (
    <Catalogue
      course={course}
      start={
        <Suspense fallback={<PlainStart />}>
          <OwnStart />
        </Suspense>
      }
    />
  )
}

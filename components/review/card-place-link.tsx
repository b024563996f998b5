import Link from 'next/link'
import type { CardFace } from '@/lib/content/card-face'

/** Where a card was taught: its paragraph, and the lesson that it stands in. */
export function CardPlaceLink({ face }: { face: CardFace }) {
  return (
    <p className="mt-5 text-[0.875rem] text-soft">
      <Link
        href={`/learn/${face.lesson}#${face.heading}`}
        prefetch={false}
        className="text-accent underline underline-offset-3"
      >
        {face.headingTitle}
      </Link>
      , in {face.lessonTitle}
    </p>
  )
}

import Link from 'next/link'
import type { CardFace } from '@/lib/content/card-face'
import { placeHref } from '@/lib/content/card-place'
import type { Flag } from '@/lib/review/flag'
import { FlagMark } from './flag-mark'

/** Where a card was taught: its paragraph, the lesson that it stands in, and its simulator; and its flag. */
export function CardPlaceLink({ face, flag = 0 }: { face: CardFace; flag?: Flag }) {
  const href = placeHref(face)
  return (
    <p className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.875rem] text-soft">
      {href && (
        <span>
          <Link href={href} prefetch={false} className="text-accent underline underline-offset-3">
            {face.headingTitle}
          </Link>
          {face.headingTitle !== face.lessonTitle && `, in ${face.lessonTitle}`}
        </span>
      )}
      {face.simulatorHref && (
        <Link href={face.simulatorHref} prefetch={false} className="text-accent">
          Try it in the simulator
        </Link>
      )}
      <FlagMark flag={flag} />
    </p>
  )
}

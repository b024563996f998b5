import Link from 'next/link'

/** From the end of a review to what stands behind it: one's cards, and how it goes. */
export function DeckLinks() {
  return (
    <>
      <Link href="/cards" prefetch={false} className="text-accent">
        All your cards
      </Link>
      <Link href="/stats" prefetch={false} className="ml-5 text-accent">
        Your statistics
      </Link>
    </>
  )
}

import { findDue } from '@/lib/server/due'
import { findUser } from '@/lib/server/session'

/** How many cards wait, beside the word Review. */
export async function DueCount() {
  const user = await findUser()
  const due = user ? await findDue(user) : 0
  if (due === 0) return null
  return (
    <span className="ml-1.5 inline-block whitespace-nowrap rounded bg-accent-wash px-1.5 py-0.5 text-[0.8125rem] font-semibold text-accent tabular-nums max-[26rem]:absolute max-[26rem]:-top-2 max-[26rem]:right-0 max-[26rem]:px-1 max-[26rem]:py-0 max-[26rem]:text-[0.75rem]">
      {due}
      <span className="sr-only"> due</span>
    </span>
  )
}

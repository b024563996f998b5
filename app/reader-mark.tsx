import { OfflineStarter } from '@/components/offline/offline-starter'
import { findUser } from '@/lib/server/session'

/**
 * Whose page this is, in the page itself: what the service worker keeps must open for this reader alone.
 * `readReader` of lib/offline/keep.ts reads this mark.
 */
export async function ReaderMark() {
  const user = await findUser()
  return (
    <>
      <span hidden data-reader={user ?? ''} />
      <OfflineStarter reader={user} />
    </>
  )
}

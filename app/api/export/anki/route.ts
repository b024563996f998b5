import { z } from 'zod'
import { ok } from '@/lib/result'
import { countAttempt, limits } from '@/lib/server/attempts'
import { download, exportName } from '@/lib/server/export/download'
import { exportAnki } from '@/lib/server/export/export-anki'
import { tooMany } from '@/lib/server/too-many'
import { userRoute } from '@/lib/server/user-route'

export const GET = userRoute(z.object({}), async (user) => {
  const wait = await countAttempt(limits.exportAccount, user)
  if (wait > 0) return tooMany(wait)
  const now = Date.now()
  return ok(download(exportName('apkg', now), 'application/octet-stream', [await exportAnki(user, now)]))
})

import { z } from 'zod'
import { countAttempt, limits } from '@/lib/server/attempts'
import { FILE_LIMIT, importFile } from '@/lib/server/import/import-file'
import { tooMany } from '@/lib/server/too-many'
import { userRoute } from '@/lib/server/user-route'

/** The file as base64, so that this door takes JSON as every other does: a third larger, and 4 KiB around it. */
const BODY_LIMIT = Math.ceil((FILE_LIMIT * 4) / 3) + 4096

const input = z.strictObject({
  mode: z.enum(['preview', 'write']),
  file: z.base64('The file did not arrive whole.'),
})

export const POST = userRoute(
  input,
  async (user, { mode, file }) => {
    const wait = await countAttempt(limits.importAccount, user)
    if (wait > 0) return tooMany(wait)
    return importFile(user, Buffer.from(file, 'base64'), mode, Date.now())
  },
  { bodyLimit: BODY_LIMIT },
)

import { getOwnSearchIndex, getSearchIndex } from '@/lib/server/search-index'
import { findUser } from '@/lib/server/session'

/** What search looks through, for this reader. Kept by the browser; asked again only whether it changed. */
export async function GET(request: Request) {
  const user = await findUser()
  const { json, etag } = user ? await getOwnSearchIndex(user) : await getSearchIndex('preview')
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'cookie' }
  if (request.headers.get('if-none-match')?.replace(/^W\//, '') === etag)
    return new Response(null, { status: 304, headers })
  return new Response(json, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } })
}

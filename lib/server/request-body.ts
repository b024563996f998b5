import 'server-only'
import { type Failure, fail } from '../result'

export type Body = { ok: true; value: unknown } | { ok: false; status: number; failure: Failure }

const mebibyte = 1024 * 1024

/** Reads a JSON body of at most `limit` bytes, and stops reading where it grows beyond. */
export async function readJson(request: Request, limit = mebibyte): Promise<Body> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return refuse(415, 'The body has to be application/json.')
  const text = await readText(request, limit)
  if (text === null) return refuse(413, `The body is larger than ${limit} bytes.`)
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return refuse(400, 'The body is not JSON.')
  }
}

/** The body as text, or null where it is larger than `limit` bytes. Content-Length is not believed. */
export async function readText(request: Request, limit: number): Promise<string | null> {
  if (!request.body) return ''
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > limit) {
      await reader.cancel()
      return null
    }
    chunks.push(part.value)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function refuse(status: number, message: string): Body {
  return { ok: false, status, failure: fail('invalid', message) }
}

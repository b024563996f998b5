import 'server-only'
import { Decompress } from 'fzstd'
import { ImportRefusal } from './refusal'

const CHUNK = 64 * 1024

/** Unpacks zstd, chunk by chunk, to at most `limit` bytes, whatever its header says. Throws ImportRefusal. */
export function unpackZstd(bytes: Uint8Array, limit: number): Uint8Array {
  const parts: Uint8Array[] = []
  let size = 0
  const stream = new Decompress((part) => {
    size += part.length
    if (size > limit) throw new ImportRefusal(`The collection unpacks to more than ${limit >> 20} MiB.`)
    parts.push(part.slice())
  })
  try {
    for (let at = 0; at < bytes.length; at += CHUNK)
      stream.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length)
  } catch (error) {
    if (error instanceof ImportRefusal) throw error
    throw new ImportRefusal('The collection is damaged: it cannot be unpacked.')
  }
  return Buffer.concat(parts)
}

import 'server-only'
import { unzipSync } from 'fflate'
import { ImportRefusal } from './refusal'

/** An Anki package with all its pictures has thousands of entries, and we unpack none of those. */
const MOST_ENTRIES = 50_000
/** Bytes that one entry may unpack to: a collection of Anki's with a hundred thousand notes is smaller. */
export const MOST_UNPACKED = 96 * 1024 * 1024

/**
 * The named entries of a zip, unpacked. What an entry may unpack to is bounded by what the zip's directory
 * says, and by us; an entry that turns out larger than it says is not trusted. Throws ImportRefusal.
 */
export function readZip(bytes: Uint8Array, wanted: ReadonlySet<string>): Map<string, Uint8Array> {
  let entries = 0
  try {
    const unpacked = unzipSync(bytes, {
      filter({ name, originalSize }) {
        entries += 1
        if (entries > MOST_ENTRIES)
          throw new ImportRefusal(`The archive has more than ${MOST_ENTRIES} entries.`)
        if (/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\0/i.test(name))
          throw new ImportRefusal('The archive names a file outside of itself.')
        if (!wanted.has(name)) return false
        if (originalSize > MOST_UNPACKED) throw new ImportRefusal('The archive unpacks to more than 96 MiB.')
        return true
      },
    })
    return new Map(Object.entries(unpacked))
  } catch (error) {
    if (error instanceof ImportRefusal) throw error
    throw new ImportRefusal('The archive is damaged: it cannot be unpacked.')
  }
}

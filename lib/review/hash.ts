/** FNV-1a, 32 bits: a number from 0 to 2^32 - 1 that a text fixes. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/**
 * A number from 0 to 1 that a text fixes, like a throw of dice: of texts that differ in their last letter alone,
 * hashText's first bits hardly differ. Mixed by MurmurHash3's finaliser.
 */
export function chanceOf(text: string): number {
  let hash = hashText(text)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

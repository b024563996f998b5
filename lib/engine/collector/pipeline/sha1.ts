const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by))

/** SHA-1 over bytes, as 40 hexadecimal digits. For the Collector's `hash` action; not for secrets. Source: RFC 3174. */
export function sha1(bytes: ArrayLike<number>): string {
  const blocks = ((bytes.length + 8) >> 6) + 1
  const words = new Int32Array(blocks * 16)
  for (let at = 0; at < bytes.length; at += 1) words[at >> 2]! |= bytes[at]! << (24 - 8 * (at & 3))
  words[bytes.length >> 2]! |= 0x80 << (24 - 8 * (bytes.length & 3))
  words[words.length - 1] = bytes.length * 8
  const state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0]
  const schedule = new Int32Array(80)
  for (let block = 0; block < blocks; block += 1) {
    let [a, b, c, d, e] = state as [number, number, number, number, number]
    for (let t = 0; t < 80; t += 1) {
      schedule[t] =
        t < 16
          ? words[block * 16 + t]!
          : rotate(schedule[t - 3]! ^ schedule[t - 8]! ^ schedule[t - 14]! ^ schedule[t - 16]!, 1)
      const [mix, constant] =
        t < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : t < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : t < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6]
      const next = (rotate(a, 5) + mix + e + constant + schedule[t]!) | 0
      e = d
      d = c
      c = rotate(b, 30)
      b = a
      a = next
    }
    for (const [at, word] of [a, b, c, d, e].entries()) state[at] = (state[at]! + word) | 0
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

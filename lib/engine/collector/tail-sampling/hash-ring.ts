import { encodeUtf8 } from '../../utf8'

const positions = 36_000
const pointsPerEndpoint = 100

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1
  return value
})

function crc32(bytes: ArrayLike<number>): number {
  let crc = 0xffff_ffff
  for (let index = 0; index < bytes.length; index += 1)
    crc = crcTable[(crc ^ bytes[index]!) & 0xff]! ^ (crc >>> 8)
  return (crc ^ 0xffff_ffff) >>> 0
}

/**
 * The load_balancing exporter's consistent hash ring: every endpoint holds a hundred of 36,000 positions, and a
 * routing key goes to the next position's endpoint. Adding or removing an endpoint moves only some keys.
 *
 * Source: contrib exporter/loadbalancingexporter/consistent_hashing.go.
 */
export class HashRing {
  private readonly items: { readonly position: number; readonly endpoint: string }[] = []

  constructor(readonly endpoints: readonly string[]) {
    const taken = new Set<number>()
    for (const endpoint of endpoints) {
      const name = encodeUtf8(endpoint)
      for (let point = 0; point < pointsPerEndpoint; point += 1) {
        const position = crc32([...name, point]) % positions
        if (taken.has(position)) continue
        taken.add(position)
        this.items.push({ position, endpoint })
      }
    }
    this.items.sort((a, b) => a.position - b.position)
  }

  /** The endpoint for the bytes of a routing key (for `routing_key: traceID` the 16 bytes of the id); null if empty. */
  find(key: ArrayLike<number>): string | null {
    const position = crc32(key) % positions
    let low = 0
    let high = this.items.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.items[middle]!.position < position) low = middle + 1
      else high = middle
    }
    return (this.items[low] ?? this.items[0])?.endpoint ?? null
  }

  /** The endpoint for a trace id of 32 hex digits. */
  findByTraceId(traceId: string): string | null {
    const digits = traceId.padStart(32, '0')
    const bytes = Array.from({ length: 16 }, (_, index) =>
      Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16),
    )
    return this.find(bytes)
  }
}

import 'server-only'
import { env } from './env'
import { PEER_HEADER } from './peer-address'

/**
 * The address a request came from, for counting attempts. With TRUSTED_PROXIES set to n it is the n-th
 * from the right of X-Forwarded-For, the last one that a proxy of ours wrote; whatever stands left of it
 * the client may have invented. Without, it is the other end of the connection. An IPv6 address counts
 * as its /64, which is what one customer has.
 */
export function clientAddress(headers: Headers, trustedProxies = env.TRUSTED_PROXIES): string {
  const peer = headers.get(PEER_HEADER) ?? 'unknown'
  if (trustedProxies === 0) return network(peer)
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return network(forwarded.at(-trustedProxies) || peer)
}

function network(address: string): string {
  const plain = address
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/^\[|\](:\d+)?$/g, '')
    .slice(0, 64)
    .toLowerCase()
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const start = head === '' ? [] : head.split(':')
  const end = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? 0 : Math.max(0, 8 - start.length - end.length)
  const groups = [...start, ...Array<string>(gap).fill('0'), ...end]
  return `${groups.slice(0, 4).join(':')}::/64`
}

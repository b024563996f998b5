import http from 'node:http'
import { expect, test } from 'vitest'
import { clientAddress } from '../../lib/server/client-address'
import { notePeerAddresses } from '../../lib/server/peer-address'

const headers = (forwarded: string) =>
  new Headers({ 'x-peer-address': '192.0.2.7', 'x-forwarded-for': forwarded })

test('without a trusted proxy X-Forwarded-For is not believed', () => {
  expect(clientAddress(headers('203.0.113.5'), 0)).toBe('192.0.2.7')
})

test('with n trusted proxies the n-th address from the right counts, whatever a client wrote left of it', () => {
  expect(clientAddress(headers('198.51.100.1, 203.0.113.5'), 1)).toBe('203.0.113.5')
  expect(clientAddress(headers('evil, 203.0.113.5, 10.0.0.1'), 2)).toBe('203.0.113.5')
  expect(clientAddress(headers(''), 1)).toBe('192.0.2.7')
})

test('an IPv6 address counts as its network, and a mapped one as its IPv4', () => {
  const of = (address: string) => clientAddress(new Headers({ 'x-peer-address': address }), 0)
  expect(of('2001:db8:1:2:aaaa::1')).toBe(of('2001:db8:1:2:bbbb:0:0:9'))
  expect(of('2001:db8:1:2::1')).not.toBe(of('2001:db8:1:3::1'))
  expect(of('::1')).toBe('0:0:0:0::/64')
  expect(of('::ffff:192.0.2.7')).toBe('192.0.2.7')
})

test('the server writes the connection over whatever address a client claims', async () => {
  notePeerAddresses()
  const server = http.createServer((request, response) => response.end(request.headers['x-peer-address']))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const response = await fetch(`http://127.0.0.1:${port}`, { headers: { 'x-peer-address': '203.0.113.5' } })
  expect(await response.text()).toBe('127.0.0.1')
  server.close()
})

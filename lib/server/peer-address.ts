import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/** The header in which the process notes who is at the other end of the connection. */
export const PEER_HEADER = 'x-peer-address'

/**
 * Notes on each request the address that its connection came from, over anything a client wrote there:
 * Next hands on no socket, and X-Forwarded-For is anybody's to write. Called once, from instrumentation.ts.
 */
export function notePeerAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? 'unknown'
  })
}

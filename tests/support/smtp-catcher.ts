/**
 * A mail server as a process of its own, for tests: takes every mail and prints it as a line of JSON.
 * The first line is its port.
 */
import type { Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

const sockets = new Map<number, Socket>()

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo(address, _session, callback) {
    const [kind] = address.address.split('-')
    if (kind === 'refused') callback(new Error('No such mailbox'))
    else if (kind === 'busy') callback(Object.assign(new Error('Try again later'), { responseCode: 451 }))
    else callback()
  },
  onData(stream, session, callback) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      print({ to, source: Buffer.concat(chunks).toString() })
      // Taken, and gone before it could say so.
      if (to[0]?.startsWith('vanishing-')) sockets.get(session.remotePort)?.destroy()
      else callback()
    })
  },
})

server.server.on('connection', (socket: Socket) => {
  if (socket.remotePort !== undefined) sockets.set(socket.remotePort, socket)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address()
  print({ port: typeof address === 'object' && address ? address.port : 0 })
})
// Whoever started this holds its standard input; when they are gone, so is this.
process.stdin.resume().on('end', () => process.exit(0))

function print(value: unknown) {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

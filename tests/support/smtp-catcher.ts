/**
 * A mail server as a process of its own, for tests: takes every mail and prints it as a line of JSON.
 * The first line is its port.
 */
import { SMTPServer } from 'smtp-server'

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo(address, _session, callback) {
    const isRefused = address.address.startsWith('refused-')
    callback(isRefused ? new Error('No such mailbox') : undefined)
  },
  onData(stream, session, callback) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      print({ to, source: Buffer.concat(chunks).toString() })
      callback()
    })
  },
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

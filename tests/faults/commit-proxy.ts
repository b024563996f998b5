import { connect, createServer, type Socket } from 'node:net'

/**
 * A stretch of wire between the app and PostgreSQL, at which a commit can be cut: `before` it reaches
 * PostgreSQL, or `after` PostgreSQL has committed and before the app hears of it. What is cut is the
 * commit of a transaction that wrote to the review log, and the app is killed in the same instant.
 */
export interface CommitProxy {
  port: number
  /** Cuts at the next commit of a review; `kill` is called at that moment. */
  arm(moment: 'before' | 'after', kill: () => void): void
  close(): void
}

// Messages of PostgreSQL's frontend/backend protocol, version 3 (chapter "Message Formats").
const COMMIT = Buffer.from('Q\0\0\0\x0bCOMMIT\0', 'latin1')
const COMMITTED = Buffer.from('C\0\0\0\x0bCOMMIT\0', 'latin1')
const WRITES_LOG = Buffer.from('INSERT INTO review_events')

export async function startCommitProxy(databasePort: number): Promise<CommitProxy> {
  let armed: { moment: 'before' | 'after'; kill: () => void } | null = null
  const sockets = new Set<Socket>()
  const server = createServer((app) => {
    const database = connect(databasePort, '127.0.0.1')
    let writesLog = false
    for (const socket of [app, database]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      // A cut wire is what this file is for: either end's error closes both.
      socket.on('error', () => cut())
      socket.on('close', () => cut())
    }
    function cut() {
      for (const socket of [app, database]) {
        socket.destroy()
        sockets.delete(socket)
      }
    }
    function strike(moment: 'before' | 'after', chunk: Buffer, sign: Buffer): boolean {
      if (!writesLog || armed?.moment !== moment || !chunk.includes(sign)) return false
      const { kill } = armed
      armed = null
      kill()
      cut()
      return true
    }
    app.on('data', (chunk) => {
      if (chunk.includes(WRITES_LOG)) writesLog = true
      if (!strike('before', chunk, COMMIT)) database.write(chunk)
    })
    database.on('data', (chunk) => {
      if (!strike('after', chunk, COMMITTED)) app.write(chunk)
      if (chunk.includes(COMMITTED)) writesLog = false
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The proxy has no port.')
  return {
    port: address.port,
    arm: (moment, kill) => {
      armed = { moment, kill }
    },
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

import { createServer } from 'node:net'
import { Refusal } from './refusal'

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const port = await tryPort(0, '127.0.0.1')
  if (port === null) throw new Error('This machine has no free port on 127.0.0.1.')
  return port
}

/** Throws a Refusal where the port is not a port, or somebody listens on it. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal('PORT must be a number from 1 to 65535: correct it and start again.')
  }
  if ((await tryPort(port, host)) === null) {
    throw new Refusal(
      `Port ${port} is in use: stop what listens there, or choose another, for example PORT=${port + 1} npm start.`,
    )
  }
}

function tryPort(port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null)
      else if (error.code === 'EACCES') {
        reject(
          new Refusal(`Port ${port} needs rights that this user lacks: choose one from 1024 on, by PORT.`),
        )
      } else reject(error)
    })
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })
}

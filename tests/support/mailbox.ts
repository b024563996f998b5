import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

export interface Mail {
  to: string[]
  /** The decoded text, headers first. */
  text: string
}

export interface Mailbox {
  /** What EMAIL_SERVER has to be. */
  readonly url: string
  readonly mails: readonly Mail[]
  /** The link of the newest mail to an address, once there is one. */
  linkTo(address: string): Promise<URL>
  stop(): Promise<void>
}

/** Starts a mail server as a process, and keeps what arrives. */
export async function startMailbox(): Promise<Mailbox> {
  const process_ = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'smtp-catcher.ts')],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const lines = createInterface({ input: process_.stdout })
  const [first] = (await once(lines, 'line')) as [string]
  const mails: Mail[] = []
  lines.on('line', (line) => {
    const { to, source } = JSON.parse(line) as { to: string[]; source: string }
    mails.push({ to, text: decode(source) })
  })
  const find = (address: string) => mails.findLast(({ to }) => to.includes(address))
  return {
    url: `smtp://127.0.0.1:${(JSON.parse(first) as { port: number }).port}`,
    mails,
    async linkTo(address) {
      while (!find(address)) await once(lines, 'line', { signal: AbortSignal.timeout(10_000) })
      const link = /^https?:\/\/\S+$/m.exec(find(address)!.text)?.[0]
      if (!link) throw new Error('The mail has no link')
      return new URL(link)
    },
    async stop() {
      process_.stdin.end()
      await once(process_, 'exit')
    },
  }
}

/** Undoes quoted-printable, the one encoding that a text of ours is sent in. */
function decode(source: string): string {
  const isEncoded = /^content-transfer-encoding: quoted-printable/im.test(source)
  const text = source.replaceAll('\r\n', '\n')
  if (!isEncoded) return text
  // The headers are not encoded so, and may hold what looks like it.
  const head = text.slice(0, text.indexOf('\n\n'))
  const body = text
    .slice(head.length)
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return head + body
}

import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '../../scripts/port'
import { makeFolder, type Program, start } from './program'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

const npmStart = (env: Record<string, string>, before: string[] = []): Program => {
  const program = start([...before, 'scripts/start.mjs'], env)
  undo.push(async () => {
    program.child.kill('SIGTERM')
    await program.ended
  })
  return program
}

async function expectRefusal(program: Program, sentence: RegExp) {
  expect(await program.ended).toBe(1)
  const lines = program.said().trim().split('\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(sentence)
}

test('a port in use is named, with a way out', async () => {
  const stranger = createServer().listen(0, '127.0.0.1')
  await once(stranger, 'listening')
  undo.push(async () => stranger.close())
  const { port } = stranger.address() as { port: number }
  await expectRefusal(
    npmStart({ PORT: String(port) }),
    new RegExp(`^Port ${port} is in use: .*PORT=${port + 1}`),
  )
})

test('a port that is none is refused', async () => {
  await expectRefusal(npmStart({ PORT: 'high' }), /^PORT must be a number from 1 to 65535/)
})

test('a database that does not answer is named without its password', async () => {
  const [port, nobody] = [await freePort(), await freePort()]
  const program = npmStart({
    PORT: String(port),
    DATABASE_URL: `postgres://me:hush@127.0.0.1:${nobody}/learning`,
  })
  await expectRefusal(program, new RegExp(`^The database learning at 127.0.0.1:${nobody} cannot be reached`))
  expect(program.said()).not.toContain('hush')
})

test('an address that is no database is refused', async () => {
  const port = String(await freePort())
  await expectRefusal(
    npmStart({ PORT: port, DATABASE_URL: 'mysql://localhost/x' }),
    /^DATABASE_URL is not an address/,
  )
})

test('a deployment without a secret is refused', async () => {
  const port = String(await freePort())
  await expectRefusal(
    npmStart({ PORT: port, NODE_ENV: 'production' }),
    /^Set NEXTAUTH_SECRET to a random text/,
  )
})

test('an old Node is told so', async () => {
  const old = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.8"})'
  await expectRefusal(
    npmStart({}, ['--import', old]),
    /^Spanwise needs Node 20.19 or newer, and this is 18.20.8: /,
  )
})

test('one command brings up database and app on an empty folder, and Ctrl-C takes both down', async () => {
  const home = await makeFolder()
  undo.push(() => rm(home, { recursive: true, force: true }))
  const port = await freePort()
  const settings = { PORT: String(port), DATA_DIR: path.join(home, 'data') }
  const first = npmStart(settings)
  await first.says(`Spanwise is ready: http://localhost:${port}`)
  expect(first.said()).toContain('Applied migration')
  expect((await fetch(`http://localhost:${port}/`)).status).toBe(200)
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
  await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow()

  const again = npmStart(settings)
  const begun = Date.now()
  await again.says('Spanwise is ready')
  expect(Date.now() - begun).toBeLessThan(15_000)
  expect(again.said()).not.toMatch(/Applied migration|Building/)
})

test('a start that is killed leaves no port taken, and the next one takes over', async () => {
  const home = await makeFolder()
  undo.push(() => rm(home, { recursive: true, force: true }))
  const settings = { PORT: String(await freePort()), DATA_DIR: path.join(home, 'data') }
  const first = npmStart(settings)
  await first.says('Spanwise is ready')
  first.child.kill('SIGKILL')
  await first.ended
  const next = npmStart(settings)
  await next.says('Spanwise is ready')
  next.child.kill('SIGINT')
  expect(await next.ended).toBe(0)
})

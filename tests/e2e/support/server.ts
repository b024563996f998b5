/**
 * The journeys' server: the production build, started as an image starts it, on a database of its own.
 * Its settings reach the tests by the environment.
 */
import path from 'node:path'
import { startApp, waitUntilReady } from '../../../scripts/app-process'
import { ensureBuild } from '../../../scripts/build'
import { freePort } from '../../../scripts/port'
import { makeScratchDatabase } from '../../support/scratch-database'

const root = path.join(import.meta.dirname, '../../..')

export default async function setup() {
  await ensureBuild(root)
  const database = await makeScratchDatabase()
  const port = await freePort()
  const settings = {
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: 'a secret for journeys, of no other use than these',
    NEXTAUTH_URL: `http://localhost:${port}`,
    PORT: String(port),
    HOSTNAME: '127.0.0.1',
  }
  const app = startApp(root, { dev: false, env: settings })
  await Promise.race([
    waitUntilReady(port, '127.0.0.1'),
    app.exited.then(({ code }) => {
      throw new Error(`The server of the journeys ended with code ${code} before it was ready.`)
    }),
  ])
  process.env.SPANWISE_URL = settings.NEXTAUTH_URL
  process.env.SPANWISE_DATABASE_URL = settings.DATABASE_URL
  process.env.SPANWISE_SECRET = settings.NEXTAUTH_SECRET
  return async () => {
    await app.stop()
    await database.drop()
  }
}

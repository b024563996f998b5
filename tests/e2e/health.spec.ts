import { expect, test } from './support/test'

test('the process says that it is alive, and which version it is', async ({ request }) => {
  const answer = await request.get('/api/health')
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toMatchObject({ ok: true, version: expect.stringMatching(/^\d+\.\d+\.\d+/) })
})

test('a server with its database and every migration says that it is ready', async ({ request }) => {
  const answer = await request.get('/api/ready')
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toEqual({ ready: true })
})

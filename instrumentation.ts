import type { Instrumentation } from 'next'

/** Runs once before the first request. A server whose settings are not usable does not start. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { checkSettings } = await import('./lib/server/start-up')
  await checkSettings()
  const { notePeerAddresses } = await import('./lib/server/peer-address')
  notePeerAddresses()
  const { startFitter } = await import('./lib/server/fitter')
  startFitter()
  const { startReminders } = await import('./lib/server/reminder-job')
  startReminders()
}

/** Every error that escaped a page, a route or an action: one line, with what is needed to find it again. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('./lib/server/log')
  log.error('request_failed', {
    error,
    method: request.method,
    // Without its query: an e-mail link carries its token there.
    path: request.path.split('?')[0],
    route: context.routePath,
    kind: context.routeType,
    requestId: request.headers['x-request-id'],
  })
}

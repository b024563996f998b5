/** Next calls this once as a server starts, before its first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { notePeerAddresses } = await import('./lib/server/peer-address')
  notePeerAddresses()
}

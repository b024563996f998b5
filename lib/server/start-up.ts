import 'server-only'

/** Ends the process with one sentence where the settings are not usable: better now than at the first visitor. */
export async function checkSettings(): Promise<void> {
  try {
    await import('./env')
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(1)
  }
}

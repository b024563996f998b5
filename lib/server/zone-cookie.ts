import 'server-only'
import { cookies } from 'next/headers'
import { isZoneName } from './account-input'
import { isSecure } from './session-cookie'

const name = 'spanwise-zone'

/** Keeps the browser's zone for an hour, while its learner is away at a provider or in their mailbox. */
export async function keepZone(zone: string): Promise<void> {
  const options = { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/', maxAge: 3600 } as const
  ;(await cookies()).set(name, zone, options)
}

/** The zone kept by this browser, if any. */
export async function findKeptZone(): Promise<string | null> {
  const zone = (await cookies()).get(name)?.value
  return isZoneName(zone) ? zone : null
}

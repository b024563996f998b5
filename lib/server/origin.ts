import 'server-only'
import { headers } from 'next/headers'

/**
 * Where this app is reached, as `https://host[:port]`: NEXTAUTH_URL where the operator has set it, else
 * the address of the request itself.
 */
export async function getOrigin(): Promise<string> {
  if (process.env.NEXTAUTH_URL) return new URL(process.env.NEXTAUTH_URL).origin
  const asked = await headers()
  const host = asked.get('x-forwarded-host') ?? asked.get('host') ?? 'localhost'
  const scheme = asked.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? 'http'
  return URL.canParse(`${scheme}://${host}`) ? new URL(`${scheme}://${host}`).origin : 'http://localhost'
}

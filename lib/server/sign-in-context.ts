import 'server-only'
import type { Failure } from '../result'
import { env } from './env'
import { ownPath } from './own-path'
import { signInFailure } from './sign-in-message'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

export interface SignInContext {
  /** Where to go once signed in. */
  from: string
  /** What went wrong on the way back from a provider or a link. */
  refusal: Failure | null
  notice: string | null
}

const notices: Record<string, string> = {
  deleted: 'Your account and everything in it is deleted.',
  'signed-out': 'You are signed out everywhere.',
}

/** What the sign-in pages read from their address: ours (`from`), and next-auth's (`callbackUrl`, `error`). */
export async function readSignInContext(searchParams: SearchParams): Promise<SignInContext> {
  const { from, callbackUrl, error, notice } = await searchParams
  const back = typeof callbackUrl === 'string' ? callbackUrl : ''
  return {
    from: ownPath(
      from ?? (back.startsWith(`${env.NEXTAUTH_URL}/`) ? back.slice(env.NEXTAUTH_URL.length) : back),
    ),
    refusal: typeof error === 'string' ? signInFailure(error) : null,
    notice: typeof notice === 'string' ? (notices[notice] ?? null) : null,
  }
}

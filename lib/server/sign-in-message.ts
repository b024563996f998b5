import 'server-only'
import { type Failure, fail } from '../result'
import { tooMany } from './too-many'

const messages: Record<string, string> = {
  CredentialsSignin: 'This e-mail and password do not match.',
  EmailSignin: 'The link could not be sent. Check the address and try again.',
  Verification: 'This link has been used already or is too old. Ask for a new one.',
  OAuthAccountNotLinked:
    'There is an account with this e-mail already, and its address has not been confirmed, so it cannot be opened this way. Sign in with its password.',
  ProviderEmail:
    'That account has no confirmed e-mail address. Confirm one there, or sign up here with an e-mail.',
  AlreadySignedIn: 'You are signed in with another account. Sign out first.',
  AccessDenied: 'Access was refused.',
}

/** The refusal that an error's name in next-auth's redirect stands for. Unknown names get one general sentence. */
export function signInFailure(error: string): Failure {
  const wait = /^too_many:(\d{1,6})$/.exec(error)?.[1]
  if (wait !== undefined) return tooMany(Number(wait))
  const code = error === 'CredentialsSignin' ? 'unauthenticated' : 'unavailable'
  return fail(code, messages[error] ?? 'Signing in did not work. Try again.')
}

/** The refusal in a URL that next-auth answered with, or null where it is no refusal. */
export function failureInUrl(url: string): Failure | null {
  const error = URL.canParse(url, 'http://own.invalid')
    ? new URL(url, 'http://own.invalid').searchParams.get('error')
    : null
  return error === null ? null : signInFailure(error)
}

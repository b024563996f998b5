import 'server-only'
import type { NextApiRequest, NextApiResponse } from 'next'
import { cookies, headers } from 'next/headers'
import NextAuth, { type AuthOptions } from 'next-auth'
import { authOptions } from './auth-options'
import { readSetCookie } from './set-cookie'

export interface AuthCall {
  method: 'GET' | 'POST'
  /** What follows /api/auth/, e.g. ['callback', 'credentials']. */
  path: string[]
  query?: Record<string, string>
  body?: Record<string, string>
  cookies: Record<string, string>
}

export interface AuthAnswer {
  status: number
  /** Where it sends the browser, if anywhere. */
  redirect: string | null
  body: unknown
  setCookies: string[]
}

/**
 * Asks next-auth in-process, by its public handler. Both doors lead here: /api/auth, after its checks
 * (auth-route.ts), and our server actions (below), so that one place opens sessions and writes cookies.
 */
export async function callAuth(call: AuthCall, options: AuthOptions = authOptions()): Promise<AuthAnswer> {
  const answer: AuthAnswer = { status: 200, redirect: null, body: null, setCookies: [] }
  const response = {
    status(code: number) {
      answer.status = code
      return response
    },
    getHeader: (name: string) => (name.toLowerCase() === 'set-cookie' ? answer.setCookies : undefined),
    setHeader(name: string, value: string | string[]) {
      if (name.toLowerCase() === 'set-cookie') answer.setCookies = [value].flat()
      if (name === 'Location') answer.redirect = String(value)
      return response
    },
    end: () => response,
    json: (body: unknown) => {
      answer.body = body
      return response
    },
    send: (body: unknown) => {
      answer.body = body
      return response
    },
  }
  const request = {
    method: call.method,
    query: { ...call.query, nextauth: call.path },
    body: call.body,
    cookies: call.cookies,
    headers: Object.fromEntries(await headers()),
  }
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options)
  return answer
}

/**
 * Does what a form of next-auth's does, from a server action: fetches its CSRF token, posts, and hands
 * the cookies it sets on to the browser. The action's own Origin check stands in for the page's token.
 * Answers where next-auth would send the browser.
 */
export async function postAuth(
  path: string[],
  body: Record<string, string>,
  options: AuthOptions = authOptions(),
): Promise<string> {
  const store = await cookies()
  const jar = Object.fromEntries(store.getAll().map(({ name, value }) => [name, value]))
  const first = await callAuth({ method: 'GET', path: ['csrf'], cookies: jar }, options)
  for (const line of first.setCookies) {
    const cookie = readSetCookie(line)
    jar[cookie.name] = cookie.value
  }
  const { csrfToken } = first.body as { csrfToken: string }
  const answer = await callAuth({ method: 'POST', path, body: { ...body, csrfToken }, cookies: jar }, options)
  for (const line of [...first.setCookies, ...answer.setCookies]) {
    const { name, value, ...attributes } = readSetCookie(line)
    store.set(name, value, attributes)
  }
  if (answer.redirect === null) throw new Error(`next-auth answered ${answer.status} to ${path.join('/')}`)
  return answer.redirect
}

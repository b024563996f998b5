import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { httpSpanStatus } from '@/lib/engine/trace/http-span-status'
import { setSpanStatus, spanStatusCodes } from '@/lib/engine/trace/span-status'

describe('the status of an HTTP span', () => {
  test.each([
    [100, 'Unset', 'Unset'],
    [200, 'Unset', 'Unset'],
    [204, 'Unset', 'Unset'],
    [302, 'Unset', 'Unset'],
    [399, 'Unset', 'Unset'],
    [400, 'Unset', 'Error'],
    [404, 'Unset', 'Error'],
    [499, 'Unset', 'Error'],
    [500, 'Error', 'Error'],
    [599, 'Error', 'Error'],
    [700, 'Error', 'Error'],
    [99, 'Error', 'Error'],
    [null, 'Error', 'Error'],
  ] as const)('%s is %s on a SERVER span and %s on a CLIENT span', (statusCode, server, client) => {
    expect(httpSpanStatus({ kind: 'SERVER', statusCode })).toBe(server)
    expect(httpSpanStatus({ kind: 'CLIENT', statusCode })).toBe(client)
  })

  test('another error beside a good code is an error', () => {
    expect(httpSpanStatus({ kind: 'CLIENT', statusCode: 200, otherError: true })).toBe('Error')
  })
})

describe('setting a status', () => {
  const code = fc.constantFrom(...spanStatusCodes)

  test('nothing changes Ok', () => {
    for (const set of spanStatusCodes) expect(setSpanStatus('Ok', set)).toBe('Ok')
  })

  test('nothing goes back to Unset', () => {
    for (const before of spanStatusCodes) expect(setSpanStatus(before, 'Unset')).toBe(before)
  })

  test('in any order of calls: Ok if it was ever said, else Error if it was, else Unset', () => {
    fc.assert(
      fc.property(fc.array(code), (calls) => {
        const end = calls.reduce(setSpanStatus, 'Unset')
        expect(end).toBe(calls.includes('Ok') ? 'Ok' : calls.includes('Error') ? 'Error' : 'Unset')
      }),
    )
  })
})

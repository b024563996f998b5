import { statusCodes } from './status-codes'

/** The most requests that may be typed: one a second, for as long as the run lasts. */
export const mostOwnRequests = 10
/** The longest text of them, in characters: it travels in the address of the page. */
export const longestRequests = 400

/** One request that was typed. */
export interface OwnRequest {
  readonly route: string
  readonly status: number
}

/**
 * Reads requests in their order, with commas between them: `/cart 200, /orders/{id} 500`. Null where that cannot be
 * read, for a status that the simulator does not have, and for more than fit into the run.
 */
export function readRequests(text: string): readonly OwnRequest[] | null {
  const parts = text.split(', ')
  const requests = parts.flatMap((part) => {
    const [, route, digits] = /^(\/[\w{}/-]{0,40}) (\d{3})$/.exec(part) ?? []
    const status = statusCodes.find((code) => code === Number(digits))
    return route === undefined || status === undefined ? [] : [{ route, status }]
  })
  return requests.length === parts.length && requests.length <= mostOwnRequests ? requests : null
}

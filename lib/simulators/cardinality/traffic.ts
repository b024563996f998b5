import type { Attributes, AttributeValue } from '../../engine/attribute'
import { createRandom, type Random } from '../../engine/random'
import { type OwnRequest, readRequests } from './own-requests'
import type { AttributePlace, CardinalityParams } from './params'
import { statusCodes } from './status-codes'

export const statusKey = 'http.response.status_code'
export const failedStatus = 500
export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** How fast requests come, and how many there are in all: of one instance. */
export function paceOf(params: CardinalityParams): { perSecond: number; most: number } {
  const own = ownRequests(params)
  return own === null
    ? { perSecond: 500, most: Number.POSITIVE_INFINITY }
    : { perSecond: 1, most: own.length }
}

export interface RequestAttribute {
  readonly key: string
  readonly values: number
  readonly place: AttributePlace
}

/** The attributes of every request, in the order in which they are recorded. */
export function attributesOf(params: CardinalityParams): readonly RequestAttribute[] {
  const own = ownRequests(params)
  if (own !== null)
    return [
      { key: statusKey, values: valuesOf(own, 'status').length, place: params.statusPlace },
      { key: 'http.route', values: valuesOf(own, 'route').length, place: params.routePlace },
    ]
  return [
    { key: 'http.request.method', values: methods.length, place: params.methodPlace },
    { key: statusKey, values: statusCodes.length, place: params.statusPlace },
    { key: 'http.route', values: params.routeValues, place: params.routePlace },
    { key: 'user.id', values: params.userValues, place: params.userPlace },
  ]
}

/** Attribute sets that the metric can make at most: the values of its attributes, multiplied. */
export function countPossibleSets(params: CardinalityParams): number {
  return attributesOf(params).reduce(
    (product, { place, values }) => (place === 'metric' ? product * values : product),
    1,
  )
}

export interface Request {
  readonly status: number
  /** In seconds. */
  readonly duration: number
  /** What the instrument is told: all that is not for the span alone. */
  readonly attributes: Attributes
  /** Numbers the combination of values that the metric keeps: the same for two requests of one set. */
  readonly set: number
}

/**
 * Requests one after the other. Where an attribute goes changes nothing in the requests themselves: the same dice are
 * thrown for it everywhere.
 */
export function createTraffic(params: CardinalityParams): () => Request {
  const own = ownRequests(params)
  if (own !== null) return sendOwn(own, params)
  const random = createRandom(params.seed)
  const parts = attributesOf(params)
  return () => {
    const failed = random.next() < params.failureShare
    const attributes: Record<string, AttributeValue> = {}
    let status = failedStatus
    let set = 0
    for (const { key, values, place } of parts) {
      const index = key === statusKey ? statusIndex(random, failed) : Math.floor(random.next() * values)
      if (key === statusKey) status = statusCodes[index]!
      if (place !== 'span') attributes[key] = attributeValue(key, index)
      if (place === 'metric') set = set * values + index
    }
    return { status, duration: random.next() ** 4 * 2, attributes, set }
  }
}

function ownRequests({ requests }: CardinalityParams): readonly OwnRequest[] | null {
  return requests === '' ? null : readRequests(requests)
}

/** The different values of a list, in the order of their first coming. */
function valuesOf<K extends keyof OwnRequest>(requests: readonly OwnRequest[], key: K): OwnRequest[K][] {
  return [...new Set(requests.map((each) => each[key]))]
}

/** The requests that were typed, one after the other. */
function sendOwn(own: readonly OwnRequest[], params: CardinalityParams): () => Request {
  const indexes = { [statusKey]: valuesOf(own, 'status'), 'http.route': valuesOf(own, 'route') }
  const parts = attributesOf(params)
  let next = 0
  return () => {
    const { route, status } = own[next++]!
    const given: Record<string, AttributeValue> = { [statusKey]: status, 'http.route': route }
    const recorded = parts.filter(({ place }) => place !== 'span').map(({ key }) => [key, given[key]!])
    const set = parts
      .filter(({ place }) => place === 'metric')
      .reduce(
        (number, { key, values }) =>
          number * values + (indexes[key as keyof typeof indexes] as AttributeValue[]).indexOf(given[key]!),
        0,
      )
    return { status, duration: 0.1, attributes: Object.fromEntries(recorded), set }
  }
}

/** Four of five answers are 200, as in a healthy shop; the other codes share the rest. */
function statusIndex(random: Random, failed: boolean): number {
  const dice = random.next()
  if (failed) return statusCodes.length - 1
  return dice < 0.8 ? 0 : 1 + Math.floor((dice - 0.8) * 5 * (statusCodes.length - 2))
}

function attributeValue(key: string, index: number): AttributeValue {
  if (key === statusKey) return statusCodes[index]!
  if (key === 'http.request.method') return methods[index]!
  return key === 'user.id' ? `u${index}` : `/route-${index}`
}

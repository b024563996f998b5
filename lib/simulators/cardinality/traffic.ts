import type { Attributes, AttributeValue } from '../../engine/attribute'
import { createRandom, type Random } from '../../engine/random'
import type { AttributePlace, CardinalityParams } from './params'

export const statusKey = 'http.response.status_code'
export const statusCodes = [200, 201, 302, 400, 404, 500] as const
export const failedStatus = 500
export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Of one instance. */
export const requestsPerSecond = 500

export interface RequestAttribute {
  readonly key: string
  readonly values: number
  readonly place: AttributePlace
}

/** The attributes of every request, in the order in which they are recorded. */
export function attributesOf(params: CardinalityParams): readonly RequestAttribute[] {
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

const OWN = /^own-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The id of a card that a learner writes, from a UUID in lower case. No card of the course may have such a one. */
export function ownCardId(uuid: string): string {
  return `own-${uuid}`
}

/** Whether the id can only be that of a card which a learner wrote. */
export function isOwnCardId(id: string): boolean {
  return OWN.test(id)
}

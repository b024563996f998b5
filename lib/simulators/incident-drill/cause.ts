/** The kinds of cause, in the order of the drills. */
export const causes = [
  'slow-query',
  'bad-version',
  'pool',
  'bad-instance',
  'n-plus-one',
  'backlog',
  'retry-storm',
  'cold-cache',
  'bad-zone',
] as const
export type Cause = (typeof causes)[number]

/** What a cause is called where it is chosen, as said of the service that it is in. */
export const causeWords: Readonly<Record<Cause, string>> = {
  'slow-query': 'Its queries became slow',
  'bad-version': 'A new version fails',
  pool: 'Its connections run out',
  'bad-instance': 'One instance is sick',
  'n-plus-one': 'It sends a query for every item',
  backlog: 'Its queue backs up',
  'retry-storm': 'Retries multiply its failures',
  'cold-cache': 'Its cache is cold',
  'bad-zone': 'One zone is far from its database',
}

/** The resource attributes that instances are told apart by. */
export const groupings = ['service.version', 'service.instance.id', 'cloud.availability_zone'] as const
export type Grouping = (typeof groupings)[number]

/** Which attribute parts the sound from the sick; null where all instances are alike. */
export const shownBy: Readonly<Record<Cause, Grouping | null>> = {
  'slow-query': null,
  'bad-version': 'service.version',
  pool: null,
  'bad-instance': 'service.instance.id',
  'n-plus-one': 'service.version',
  backlog: null,
  'retry-storm': null,
  'cold-cache': null,
  'bad-zone': 'cloud.availability_zone',
}

/** The services that a cause can be in. */
export const hostsOf: Readonly<Record<Cause, readonly [ServiceName, ...ServiceName[]]>> = {
  'slow-query': ['inventory', 'payment', 'checkout'],
  'bad-version': ['catalogue', 'checkout', 'inventory', 'payment'],
  pool: ['payment'],
  'bad-instance': ['catalogue', 'checkout', 'inventory', 'payment'],
  'n-plus-one': ['checkout', 'catalogue'],
  backlog: ['mailer'],
  'retry-storm': ['payment', 'inventory'],
  'cold-cache': ['catalogue'],
  'bad-zone': ['inventory', 'payment', 'checkout'],
}

/** The services of Fernhill, callers before those that they call. */
export const serviceNames = [
  'web',
  'catalogue',
  'recommend',
  'checkout',
  'inventory',
  'payment',
  'mailer',
] as const
export type ServiceName = (typeof serviceNames)[number]

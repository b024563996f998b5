import type { AttributeFacts } from '../engine/conventions/attribute-place'

/** A fact that somebody wants to write down, what it looks like, and what for. */
export interface AttributeCase extends AttributeFacts {
  readonly name: string
  readonly examples: readonly string[]
  /** What it is wanted for, as a sentence. Markdown. */
  readonly wish: string
}

const producer = { of: 'producer', values: 'few', use: 'break-down' } as const
const broken = { of: 'operation', values: 'few', use: 'break-down' } as const
const detail = { of: 'operation', values: 'many', use: 'find' } as const
const carried = { of: 'operation', values: 'few', use: 'act' } as const
const moment = { of: 'occurrence', values: 'many', use: 'find' } as const

/** Facts of Fernhill’s shop. The rules of the engine say where each belongs. */
export const attributeCases: readonly AttributeCase[] = [
  {
    ...producer,
    name: 'service.name',
    examples: ['checkout', 'payment'],
    wish: 'Everything that the service sends is to be told from what others send.',
  },
  {
    ...producer,
    name: 'service.version',
    examples: ['2.14.0', '2.15.1'],
    wish: 'You want to see whether the errors began with a release.',
  },
  {
    ...producer,
    name: 'service.instance.id',
    values: 'many',
    examples: ['627cc493-f310-47de-96bd-71410b7dec09'],
    wish: 'You want to know which of twelve copies sent what you see.',
  },
  {
    ...producer,
    name: 'deployment.environment.name',
    examples: ['production', 'staging'],
    wish: 'Nothing from staging may show on the charts of production.',
  },
  {
    ...producer,
    name: 'host.name',
    examples: ['node-17', 'node-23'],
    wish: 'You suspect one machine, whatever runs on it.',
  },
  {
    ...producer,
    name: 'k8s.pod.name',
    values: 'many',
    examples: ['checkout-7d9f8-x2lqz'],
    wish: 'You want to go from any span, log or point to the pod that sent it.',
  },
  {
    ...producer,
    name: 'cloud.region',
    examples: ['eu-central-1', 'us-east-1'],
    wish: 'One region may be slower than the others, in all its signals.',
  },
  {
    ...producer,
    name: 'telemetry.sdk.language',
    examples: ['python', 'go'],
    wish: 'You want to know which SDK made what you see.',
  },
  {
    ...broken,
    name: 'http.request.method',
    examples: ['GET', 'POST'],
    wish: 'Latency is to be charted for each method.',
  },
  {
    ...broken,
    name: 'http.route',
    examples: ['/plants/{id}', '/checkout'],
    wish: 'The error rate is to be charted for each of the twenty routes.',
  },
  {
    ...broken,
    name: 'http.response.status_code',
    examples: ['200', '503'],
    wish: 'An alert counts the answers of 500 and above among all requests.',
  },
  {
    ...broken,
    name: 'error.type',
    examples: ['timeout', '500'],
    wish: 'A chart is to show how often each kind of failure happens.',
  },
  {
    ...broken,
    name: 'messaging.destination.name',
    examples: ['order-confirmations'],
    wish: 'Messages per second are to be charted for each of four queues.',
  },
  {
    ...broken,
    name: 'db.operation.name',
    examples: ['SELECT', 'UPDATE'],
    wish: 'Query time is to be charted for reads and writes.',
  },
  {
    ...detail,
    name: 'user.id',
    examples: ['u-80412', 'u-1177'],
    wish: 'Support asks what happened to one of a million customers.',
  },
  {
    ...detail,
    name: 'user.id',
    use: 'break-down',
    examples: ['u-80412', 'u-1177'],
    wish: 'Somebody wants a latency chart for each of a million customers.',
  },
  {
    ...detail,
    name: 'url.full',
    examples: ['https://fernhill.example/plants/417?ref=mail'],
    wish: 'You want to see the address that a slow request was for.',
  },
  {
    ...detail,
    name: 'url.path',
    use: 'break-down',
    examples: ['/plants/417'],
    wish: 'Somebody wants latency for each path, with the plant’s number in it.',
  },
  {
    ...detail,
    name: 'db.query.text',
    examples: ['SELECT * FROM cards WHERE id = $1'],
    wish: 'You want to read the statement that a slow request waited for.',
  },
  {
    ...detail,
    name: 'client.address',
    examples: ['203.0.113.24'],
    wish: 'You want to find the requests of one caller.',
  },
  {
    ...detail,
    name: 'messaging.message.id',
    examples: ['452a7c7c7c7048c2f887f61572b18fc2'],
    wish: 'You want to find the one message that was lost.',
  },
  {
    ...carried,
    name: 'shop.checkout.variant',
    examples: ['one-page', 'classic'],
    wish: '`payment`, two services further on, chooses its form by the variant that `web` has drawn.',
  },
  {
    ...carried,
    name: 'shop.customer.tier',
    examples: ['gold', 'free'],
    wish: '`inventory` is to serve gold customers first; only `web` knows who is one.',
  },
  {
    ...carried,
    name: 'shop.test.run',
    values: 'many',
    examples: ['run-3391'],
    wish: 'Every service is to skip real payments while a test run’s request passes through it.',
  },
  {
    ...moment,
    name: 'exception.stacktrace',
    examples: ['Traceback (most recent call last): …'],
    wish: 'You want to read where in the code it was thrown.',
  },
  {
    ...moment,
    name: 'exception.message',
    examples: ['connection pool is exhausted'],
    wish: 'You want to read what the exception said when it was thrown.',
  },
  {
    ...moment,
    name: 'log.file.name',
    examples: ['payment.log'],
    wish: 'You want to know which file a line was read from.',
  },
  {
    ...moment,
    name: 'log.iostream',
    values: 'few',
    examples: ['stdout', 'stderr'],
    wish: 'You want to know whether a line was written to standard output or to standard error.',
  },
]

import { combineDecisions, createPolicy, type PolicyVote } from '../engine/collector/tail-sampling/policy'
import type { PolicyConfig } from '../engine/collector/tail-sampling/policy-config'
import type { TraceData } from '../engine/collector/tail-sampling/span-data'
import type { Random } from '../engine/random'
import { drawOne, drawSome, drawWhole, shuffle } from './draw'

/** A finished trace, as far as the policies here look at it. */
export interface SceneTrace {
  readonly letter: string
  readonly route: string
  readonly statusCode: number
  readonly spans: number
  readonly durationMs: number
}

/** Policies in the order of the configuration. */
export interface TailScene {
  readonly policies: readonly PolicyConfig[]
  readonly traces: readonly SceneTrace[]
}

/** What becomes of a trace: the policy that decided, and what each policy said. */
export interface SceneVerdict {
  readonly decision: 'Sampled' | 'NotSampled' | 'Dropped'
  readonly policy: string | null
  readonly votes: readonly PolicyVote[]
}

const routes = ['/checkout', '/cart', '/plants/{id}', '/search'] as const
const health = '/healthz'
const thresholds = [300, 500, 800, 1000, 2000] as const

/** Draws two to four policies, and traces that lie close to their limits. */
export function drawTailScene(random: Random, traceCount: number): TailScene {
  const threshold = drawOne(random, thresholds)
  const route = drawOne(random, routes)
  const leastSpans = drawWhole(random, 5, 9)
  const ordinary: PolicyConfig[] = [
    { name: 'errors', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
    { name: 'slow', type: 'latency', latency: { threshold_ms: threshold } },
    { name: 'one-route', type: 'string_attribute', string_attribute: { key: 'http.route', values: [route] } },
    { name: 'large', type: 'span_count', span_count: { min_spans: leastSpans } },
    {
      name: 'answered-4xx',
      type: 'numeric_attribute',
      numeric_attribute: { key: 'http.response.status_code', min_value: 400, max_value: 499 },
    },
  ]
  const chosen = drawSome(random, ordinary, drawWhole(random, 2, 3))
  const drop: PolicyConfig = {
    name: 'no-health-checks',
    type: 'drop',
    drop: {
      drop_sub_policy: [
        {
          name: 'is-health',
          type: 'string_attribute',
          string_attribute: { key: 'http.route', values: [health] },
        },
      ],
    },
  }
  const hasDrop = random.next() < 0.5
  const policies = hasDrop ? shuffle(random, [...chosen, drop]) : chosen
  const traces = Array.from({ length: traceCount }, (_, place): SceneTrace => {
    // Just at the limit, a little above, or well below: the places where people go wrong.
    const durationMs = drawOne(random, [
      threshold,
      threshold + drawWhole(random, 1, 400),
      drawWhole(random, 20, 280),
    ])
    return {
      letter: 'ABCDEF'[place]!,
      route: drawOne(random, hasDrop ? [...routes, health] : routes),
      statusCode: drawOne(random, [200, 200, 200, 404, 500, 503]),
      spans: drawOne(random, [2, 3, leastSpans - 1, leastSpans, leastSpans + 2]),
      durationMs,
    }
  })
  return { policies, traces }
}

/** What the policies decide of a trace that is complete when they are asked. */
export function decideTrace(policies: readonly PolicyConfig[], trace: SceneTrace): SceneVerdict {
  const votes = policies.map((config): PolicyVote => {
    const built = createPolicy(config)
    if (!built.ok) throw new Error(`${config.name}: ${built.message}`)
    return {
      name: config.name,
      decision: built.policy.evaluate(toTrace(trace)),
      drop: config.type === 'drop',
    }
  })
  const { decision, policy } = combineDecisions(votes)
  return { decision: decision as SceneVerdict['decision'], policy, votes }
}

/** A trace as spans: a SERVER span with the route and the code, and its children, inside one another's time. */
export function toTrace(trace: SceneTrace): TraceData {
  const traceId = trace.letter.charCodeAt(0).toString(16).padStart(32, '0')
  const root = {
    traceId,
    spanId: '00000000000000a1',
    kind: 'SERVER' as const,
    startMs: 0,
    endMs: trace.durationMs,
    // A SERVER span: 4xx leaves its status unset.
    status: trace.statusCode >= 500 ? ('ERROR' as const) : ('UNSET' as const),
    attributes: { 'http.route': trace.route, 'http.response.status_code': trace.statusCode },
  }
  const children = Array.from({ length: trace.spans - 1 }, (_, place) => ({
    traceId,
    spanId: (0xb0 + place).toString(16).padStart(16, '0'),
    parentSpanId: root.spanId,
    startMs: 0,
    endMs: Math.min(trace.durationMs, 10 + place),
  }))
  return { traceId, resourceSpans: [{ spans: [root, ...children] }] }
}

/** The trace in words. */
export function describeTrace(trace: SceneTrace): string {
  const status = trace.statusCode >= 500 ? 'status Error' : 'status Unset'
  return `**${trace.letter}** ${trace.spans} spans, ${trace.durationMs} ms; SERVER span \`${trace.route}\`, code ${trace.statusCode}, ${status}`
}

/** The policies as they stand below `tail_sampling:`. */
export function writeTailYaml(policies: readonly PolicyConfig[]): string {
  return `decision_wait: 10s\npolicies:\n${policies.map((policy) => writePolicy(policy, '  ')).join('')}`
}

function writePolicy(policy: PolicyConfig, indent: string): string {
  const { name, type, ...settings } = policy
  const lines = [`- name: ${name}`, `  type: ${type}`, `  ${type}:`]
  let below = ''
  for (const [key, value] of Object.entries(Object.values(settings)[0] ?? {})) {
    if (key === 'drop_sub_policy') {
      lines.push(`    ${key}:`)
      below = (value as PolicyConfig[]).map((sub) => writePolicy(sub, `${indent}      `)).join('')
    } else
      lines.push(`    ${key}: ${Array.isArray(value) ? `[${value.map(quote).join(', ')}]` : String(value)}`)
  }
  return lines.map((line) => `${indent}${line}\n`).join('') + below
}

/** A value in a flow list: what has braces in it needs quotes. */
function quote(value: unknown): string {
  return typeof value === 'string' && /[{}]/.test(value) ? `"${value}"` : String(value)
}

import type { PolicyConfig } from '../engine/collector/tail-sampling/policy-config'
import type { SceneTrace, SceneVerdict } from './tail-scene'

/** What one policy says of a trace, and why, as a clause. Markdown. */
export function explainVote(policy: PolicyConfig, vote: string, trace: SceneTrace): string {
  return `\`${policy.name}\` says ${vote === 'Sampled' ? 'keep' : vote === 'Dropped' ? 'drop' : 'no'}: ${reasonOf(policy, trace)}`
}

function reasonOf(policy: PolicyConfig, trace: SceneTrace): string {
  switch (policy.type) {
    case 'status_code':
      return trace.statusCode >= 500
        ? 'a span has the status Error'
        : trace.statusCode >= 400
          ? `no span has the status Error; ${trace.statusCode} leaves a SERVER span Unset`
          : 'no span has the status Error'
    case 'latency': {
      const threshold = policy.latency?.threshold_ms ?? 0
      const order =
        trace.durationMs > threshold ? 'more than' : trace.durationMs === threshold ? 'exactly' : 'less than'
      const strict = order === 'exactly' ? ', and it must be more' : ''
      return `${trace.durationMs} ms is ${order} ${threshold} ms${strict}`
    }
    case 'string_attribute':
      return `the route is ${policy.string_attribute?.values?.includes(trace.route) ? '' : 'not '}\`${policy.string_attribute?.values?.join(', ')}\``
    case 'span_count':
      return `${trace.spans} spans, and at least ${policy.span_count?.min_spans} are asked for`
    case 'numeric_attribute':
      return `the code is ${trace.statusCode}, and 400 to 499 is asked for`
    default:
      return `the route is ${trace.route === '/healthz' ? '' : 'not '}\`/healthz\``
  }
}

/** The whole of it: who said what, and what comes of it. Markdown, one list. */
export function explainVerdict(
  policies: readonly PolicyConfig[],
  trace: SceneTrace,
  { decision, policy, votes }: SceneVerdict,
): string {
  const said = policies.map((config) => {
    const vote = votes.find(({ name }) => name === config.name)?.decision ?? 'NotSampled'
    return `- ${explainVote(config, vote, trace)}`
  })
  const end =
    decision === 'Dropped'
      ? `A drop policy is asked first and is final: \`${policy}\` drops the trace.`
      : decision === 'Sampled'
        ? `One policy that says keep is enough. The first of them in the list is credited: \`${policy}\`.`
        : 'No policy says keep, so the trace is not kept, and none is credited.'
  return [...said, '', end].join('\n')
}

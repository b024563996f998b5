import type { PolicyProgram } from './evaluator'
import { alwaysSample } from './evaluators/always-sample'
import { booleanAttribute } from './evaluators/boolean-attribute'
import { and, drop, not } from './evaluators/combined'
import { allocateRates, composite } from './evaluators/composite'
import { latency } from './evaluators/latency'
import { bytesLimiting, rateLimiting } from './evaluators/limiting'
import { numericAttribute } from './evaluators/numeric-attribute'
import { ottlCondition } from './evaluators/ottl-condition'
import { probabilistic } from './evaluators/probabilistic'
import { spanCount } from './evaluators/span-count'
import { statusCode } from './evaluators/status-code'
import { stringAttribute } from './evaluators/string-attribute'
import { traceFlags } from './evaluators/trace-flags'
import { traceState } from './evaluators/trace-state'
import type { PolicyConfig } from './policy-config'

/** Policies that extensions bring, by component id. */
export type PolicyExtensions = ReadonlyMap<string, (policy: PolicyConfig) => PolicyProgram | string>

const noExtensions: PolicyExtensions = new Map()

/** How deep a policy may stand in others; the YAML allows two levels, an object could close a circle. */
const deepest = 8

/**
 * Builds what a policy's configuration describes. A string is the processor's reason to refuse it.
 *
 * Source: contrib processor/tailsamplingprocessor/processor.go getPolicyEvaluator and the helpers beside it.
 */
export function buildPolicy(
  policy: PolicyConfig,
  extensions: PolicyExtensions = noExtensions,
): PolicyProgram | string {
  switch (policy.type) {
    case 'composite':
      return buildComposite(policy, extensions)
    case 'and':
      return buildAll(policy.and?.and_sub_policy ?? [], and, extensions)
    case 'drop':
      return buildAll(policy.drop?.drop_sub_policy ?? [], drop, extensions)
    case 'not':
      return buildNot(policy, extensions, 0)
    default:
      return buildShared(policy, extensions)
  }
}

function buildAll(
  policies: readonly PolicyConfig[],
  combine: (parts: readonly PolicyProgram[]) => PolicyProgram,
  extensions: PolicyExtensions,
): PolicyProgram | string {
  const parts: PolicyProgram[] = []
  for (const policy of policies) {
    const part = policy.type === 'not' ? buildNot(policy, extensions, 0) : buildShared(policy, extensions)
    if (typeof part === 'string') return part
    parts.push(part)
  }
  return combine(parts)
}

function buildNot(policy: PolicyConfig, extensions: PolicyExtensions, depth: number): PolicyProgram | string {
  const inner = policy.not?.not_sub_policy ?? { name: '', type: '' }
  const part =
    inner.type === 'not' && depth < deepest
      ? buildNot(inner, extensions, depth + 1)
      : buildShared(inner, extensions)
  return typeof part === 'string' ? part : not(part)
}

function buildComposite(policy: PolicyConfig, extensions: PolicyExtensions): PolicyProgram | string {
  const settings = policy.composite ?? {}
  const total = settings.max_total_spans_per_second ?? 0
  const policies = settings.composite_sub_policy ?? []
  const rates = allocateRates(
    total,
    policies.map((part) => part.name),
    (settings.rate_allocation ?? []).map(({ policy: name = '', percent = 0 }) => ({ policy: name, percent })),
  )
  const parts = []
  for (const inner of policies) {
    const program =
      inner.type === 'and'
        ? buildAll(inner.and?.and_sub_policy ?? [], and, extensions)
        : buildShared(inner, extensions)
    if (typeof program === 'string') return program
    parts.push({ program, allocatedSpansPerSecond: rates.get(inner.name) ?? 0 })
  }
  return composite(total, parts)
}

function buildShared(policy: PolicyConfig, extensions: PolicyExtensions): PolicyProgram | string {
  switch (policy.type) {
    case 'always_sample':
      return alwaysSample
    case 'latency':
      return latency(policy.latency?.threshold_ms ?? 0, policy.latency?.upper_threshold_ms ?? 0)
    case 'numeric_attribute':
      return buildNumeric(policy)
    case 'probabilistic':
      return probabilistic(
        policy.probabilistic?.sampling_percentage ?? 0,
        policy.probabilistic?.hash_salt ?? '',
      )
    case 'status_code':
      return statusCode(policy.status_code?.status_codes ?? [])
    case 'string_attribute':
      return stringAttribute({
        key: policy.string_attribute?.key ?? '',
        values: policy.string_attribute?.values ?? [],
        enabledRegexMatching: policy.string_attribute?.enabled_regex_matching ?? false,
        invertMatch: policy.string_attribute?.invert_match ?? false,
      })
    case 'rate_limiting':
      return rateLimiting(
        policy.rate_limiting?.spans_per_second ?? 0,
        policy.rate_limiting?.burst_capacity ?? 0,
      )
    case 'bytes_limiting':
      return bytesLimiting(
        policy.bytes_limiting?.bytes_per_second ?? 0,
        policy.bytes_limiting?.burst_capacity ?? 0,
      )
    case 'span_count':
      return spanCount(policy.span_count?.min_spans ?? 0, policy.span_count?.max_spans ?? 0)
    case 'trace_state':
      return traceState(policy.trace_state?.key ?? '', policy.trace_state?.values ?? [])
    case 'boolean_attribute':
      return booleanAttribute({
        key: policy.boolean_attribute?.key ?? '',
        value: policy.boolean_attribute?.value ?? false,
        invertMatch: policy.boolean_attribute?.invert_match ?? false,
      })
    case 'ottl_condition':
      return ottlCondition({
        span: policy.ottl_condition?.span ?? [],
        spanEvent: policy.ottl_condition?.spanevent ?? [],
        errorMode: policy.ottl_condition?.error_mode ?? 'propagate',
      })
    case 'trace_flags':
      return traceFlags
    default:
      return extensions.get(policy.type)?.(policy) ?? `unknown sampling policy type ${policy.type}`
  }
}

function buildNumeric(policy: PolicyConfig): PolicyProgram | string {
  const settings = policy.numeric_attribute ?? {}
  const program = numericAttribute({
    key: settings.key ?? '',
    minValue: settings.min_value ?? 0,
    maxValue: settings.max_value ?? 0,
    invertMatch: settings.invert_match ?? false,
  })
  // The constructor logs this and returns no evaluator, which the first decision then trips over.
  return program ?? 'at least one of min_value or max_value must be set'
}

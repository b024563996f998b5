import { compileTailSampling } from '../tail-sampling/compile'
import { type PolicyConfig, policyTypes } from '../tail-sampling/policy-config'
import { defaultTailSamplingSettings, type TailSamplingSettings } from '../tail-sampling/settings'
import type { ComponentType, GivenSettings, SettingsFault } from './component-type'
import type { MapNode } from './config-node'
import { tailSamplingSchema } from './tail-sampling-schema'

/** The feature gate without which `tail_storage` is refused. */
export const tailStorageGate = 'processor.tailsamplingprocessor.tailstorageextension'

const strategies: readonly string[] = ['trace-complete', 'span-ingest']

/** The processor's settings from decoded ones, with the defaults of factory.go for what is absent. */
export function tailSamplingSettings(given: GivenSettings['value']): TailSamplingSettings {
  const defaults = defaultTailSamplingSettings
  const number = (key: string, fallback: number) => (typeof given[key] === 'number' ? given[key] : fallback)
  const flag = (key: string) => given[key] === true
  const cache = (given.decision_cache ?? {}) as {
    sampled_cache_size?: number
    non_sampled_cache_size?: number
  }
  return {
    decisionWaitMs: number('decision_wait', defaults.decisionWaitMs),
    decisionWaitAfterRootReceivedMs: number('decision_wait_after_root_received', 0),
    numTraces: number('num_traces', defaults.numTraces),
    expectedNewTracesPerSec: number('expected_new_traces_per_sec', 0),
    sampledCacheSize: Math.max(0, cache.sampled_cache_size ?? 0),
    nonSampledCacheSize: Math.max(0, cache.non_sampled_cache_size ?? 0),
    sampleOnFirstMatch: flag('sample_on_first_match'),
    blockOnOverflow: flag('block_on_overflow'),
    dropPendingTracesOnShutdown: flag('drop_pending_traces_on_shutdown'),
    maximumTraceSizeBytes: number('maximum_trace_size_bytes', 0),
    samplingStrategy: given.sampling_strategy === 'span-ingest' ? 'span-ingest' : 'trace-complete',
    policies: ((given.policies ?? []) as unknown as Partial<PolicyConfig>[]).map((policy) => ({
      ...policy,
      name: policy.name ?? '',
      type: policy.type ?? '',
    })),
  }
}

function validate({ value, featureGates }: GivenSettings): SettingsFault[] {
  const faults: SettingsFault[] = []
  const strategy = value.sampling_strategy
  if (typeof strategy === 'string' && !strategies.includes(strategy)) {
    const message = `invalid sampling_strategy ${JSON.stringify(strategy)}, must be one of ${strategies.join(', ')}`
    faults.push({ message, path: ['sampling_strategy'] })
  }
  if (value.tail_storage !== undefined && !featureGates.has(tailStorageGate)) {
    const message = `'tail_storage' requires the ${JSON.stringify(tailStorageGate)} feature gate to be enabled`
    faults.push({ message, path: ['tail_storage'] })
  }
  return faults.slice(0, 1)
}

/** Types that are extensions' are unknown to us but not to a Collector with that extension: see `warn`. */
function start({ value }: GivenSettings): SettingsFault[] {
  const compiled = compileTailSampling(tailSamplingSettings(value))
  if (compiled.ok) return []
  return [{ message: compiled.message, path: compiled.policy < 0 ? [] : ['policies', compiled.policy] }]
}

function warn(given: GivenSettings): SettingsFault[] {
  const settings = tailSamplingSettings(given.value)
  const faults: SettingsFault[] = []
  if (settings.policies.length === 0) {
    faults.push({ message: 'no policies: every trace is decided NotSampled', path: ['policies'] })
  }
  if (settings.decisionWaitMs > 0 && settings.decisionWaitMs < 1) {
    const message =
      'decision_wait has no unit, so it is nanoseconds and every trace waits the least, one second'
    faults.push({ message, path: ['decision_wait'] })
  }
  const cached = settings.sampledCacheSize > 0 && settings.nonSampledCacheSize > 0
  if (settings.blockOnOverflow && !cached) {
    const message =
      'without both decision caches decided traces stay in memory, so once num_traces is reached this blocks for ever'
    faults.push({ message, path: ['block_on_overflow'] })
  }
  for (const [index, policy] of settings.policies.entries()) {
    faults.push(...policyWarnings(given.node, policy, index))
  }
  return faults
}

function policyWarnings(node: GivenSettings['node'], policy: PolicyConfig, index: number): SettingsFault[] {
  const faults: SettingsFault[] = []
  const path = ['policies', index]
  const known: readonly string[] = ['name', 'type', ...policyTypes]
  for (const { key } of policyNode(node, index)?.entries ?? []) {
    if (known.includes(key) || key === policy.type) continue
    const message = `${JSON.stringify(key)} is taken for the settings of an extension and otherwise ignored`
    faults.push({ message, path: [...path, key] })
  }
  const rates = new Set(policy.composite?.rate_allocation?.map((rate) => rate.policy))
  for (const part of policy.composite?.composite_sub_policy ?? []) {
    if (policy.type !== 'composite' || rates.has(part.name)) continue
    const message = `sub-policy ${JSON.stringify(part.name)} has no entry in rate_allocation, so it never samples`
    faults.push({ message, path: [...path, 'composite', 'rate_allocation'] })
  }
  return faults
}

function policyNode(node: GivenSettings['node'], index: number): MapNode | null {
  if (node?.kind !== 'map') return null
  const policies = node.entries.find((entry) => entry.key === 'policies')?.value
  const policy = policies?.kind === 'list' ? policies.items[index] : undefined
  return policy?.kind === 'map' ? policy : null
}

/** The tail_sampling processor as a component. Source: contrib processor/tailsamplingprocessor/{config,processor}.go. */
export const tailSamplingComponent: ComponentType = {
  signals: ['traces'],
  schema: tailSamplingSchema,
  validate,
  start,
  warn,
}

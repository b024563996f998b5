import { buildPolicy, type PolicyExtensions } from './build-policy'
import type { CompiledTailSampling } from './compiled'
import type { TailSamplingSettings } from './settings'

export type CompileResult =
  | { readonly ok: true; readonly value: CompiledTailSampling }
  /** The Collector's error text, and the position of the policy at fault (-1 for none in particular). */
  | { readonly ok: false; readonly message: string; readonly policy: number }

/**
 * Builds the policies of the settings, with the processor's own errors in its own order.
 *
 * Source: contrib processor/tailsamplingprocessor/processor.go loadSamplingPolicies.
 */
export function compileTailSampling(
  settings: TailSamplingSettings,
  extensions?: PolicyExtensions,
): CompileResult {
  const names = new Set<string>()
  const built: CompiledTailSampling['policies'][number][] = []
  for (const [index, policy] of settings.policies.entries()) {
    const refuse = (message: string): CompileResult => ({ ok: false, message, policy: index })
    if (policy.name === '') return refuse('policy name cannot be empty')
    const quoted = JSON.stringify(policy.name)
    if (names.has(policy.name)) return refuse(`duplicate policy name ${quoted}`)
    names.add(policy.name)
    const program = buildPolicy(policy, extensions)
    if (typeof program === 'string') {
      return refuse(`failed to create policy evaluator for ${quoted}: ${program}`)
    }
    if (settings.samplingStrategy === 'span-ingest' && program.stateful) {
      return refuse(
        `sampling_strategy "span-ingest" requires all policies to be stateless, but policy ${quoted} is stateful`,
      )
    }
    built.push({ name: policy.name, isDrop: policy.type === 'drop', program })
  }
  const policies = [...built.filter((policy) => policy.isDrop), ...built.filter((policy) => !policy.isDrop)]
  return { ok: true, value: { settings, policies } }
}

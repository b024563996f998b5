import { compileTailSampling } from '../tail-sampling/compile'
import type { CompiledTailSampling } from '../tail-sampling/compiled'
import type { TailSamplingSettings } from '../tail-sampling/settings'
import type { Diagnosis } from './diagnosis'
import { tailSamplingSettings } from './tail-sampling-component'
import { validateComponent } from './validate-component'

/**
 * Reads the settings of a tail_sampling processor from its own YAML, the part below `tail_sampling:`, and builds its
 * policies. With an error among the diagnoses, `settings` and `compiled` are null; warnings leave them be. Never throws.
 *
 * Source: contrib processor/tailsamplingprocessor/config.go, processor.go.
 */
export function parseTailSampling(
  text: string,
  featureGates: readonly string[] = [],
): {
  readonly settings: TailSamplingSettings | null
  readonly compiled: CompiledTailSampling | null
  readonly diagnoses: readonly Diagnosis[]
} {
  const { settings: decoded, diagnoses } = validateComponent('processor', 'tail_sampling', text, {
    featureGates,
  })
  const refused = decoded === null || diagnoses.some(({ severity }) => severity === 'error')
  if (refused) return { settings: null, compiled: null, diagnoses }
  const settings = tailSamplingSettings(decoded)
  const compiled = compileTailSampling(settings)
  return { settings, compiled: compiled.ok ? compiled.value : null, diagnoses }
}

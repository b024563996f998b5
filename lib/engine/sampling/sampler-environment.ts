import { alwaysOffSampler, alwaysOnSampler } from './always'
import { createParentBasedSampler } from './parent-based'
import type { Sampler } from './sampler'
import { createTraceIdRatioBasedSampler } from './trace-id-ratio'

/** The root samplers that the environment can name. */
export type RootSamplerName = 'always_on' | 'always_off' | 'traceidratio' | 'jaeger_remote' | 'xray'

/** What OTEL_TRACES_SAMPLER and OTEL_TRACES_SAMPLER_ARG ask for. */
export interface SamplerConfiguration {
  readonly root: RootSamplerName
  readonly isParentBased: boolean
  /** 0 to 1, for `traceidratio` only, otherwise null. */
  readonly ratio: number | null
  /** Why a value was not taken, as sentences. */
  readonly problems: readonly string[]
}

const names: Readonly<Record<string, { root: RootSamplerName; isParentBased: boolean }>> = {
  always_on: { root: 'always_on', isParentBased: false },
  always_off: { root: 'always_off', isParentBased: false },
  traceidratio: { root: 'traceidratio', isParentBased: false },
  parentbased_always_on: { root: 'always_on', isParentBased: true },
  parentbased_always_off: { root: 'always_off', isParentBased: true },
  parentbased_traceidratio: { root: 'traceidratio', isParentBased: true },
  parentbased_jaeger_remote: { root: 'jaeger_remote', isParentBased: true },
  jaeger_remote: { root: 'jaeger_remote', isParentBased: false },
  xray: { root: 'xray', isParentBased: false },
}

/**
 * Reads the two environment variables that choose a sampler. Never throws: an unknown name means the default
 * `parentbased_always_on`, and a ratio that is not a number from 0 to 1 means 1, each with a problem.
 *
 * Source: OpenTelemetry specification configuration/sdk-environment-variables.md.
 */
export function parseSamplerEnvironment(
  sampler: string | null | undefined,
  argument: string | null | undefined,
): SamplerConfiguration {
  const problems: string[] = []
  const name = sampler?.trim() || 'parentbased_always_on'
  let found = Object.hasOwn(names, name) ? names[name] : undefined
  if (found === undefined) {
    problems.push(`OTEL_TRACES_SAMPLER “${name}” is not known: parentbased_always_on is used.`)
    found = names.parentbased_always_on!
  }
  if (found.root !== 'traceidratio') return { ...found, ratio: null, problems }
  const text = argument?.trim() ?? ''
  if (text === '') return { ...found, ratio: 1, problems }
  const ratio = Number(text)
  if (ratio >= 0 && ratio <= 1) return { ...found, ratio, problems }
  problems.push(`OTEL_TRACES_SAMPLER_ARG “${text}” is not a number from 0 to 1: 1.0 is used.`)
  return { ...found, ratio: 1, problems }
}

/** The sampler of a configuration, or null if a backend decides it (`jaeger_remote`, `xray`). */
export function createConfiguredSampler(configuration: SamplerConfiguration): Sampler | null {
  const { root, isParentBased, ratio } = configuration
  if (root === 'jaeger_remote' || root === 'xray') return null
  const sampler =
    root === 'always_on'
      ? alwaysOnSampler
      : root === 'always_off'
        ? alwaysOffSampler
        : createTraceIdRatioBasedSampler(ratio ?? 1)
  return isParentBased ? createParentBasedSampler({ root: sampler }) : sampler
}

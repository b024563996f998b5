import { describe, expect, test } from 'vitest'
import {
  accumulateTraceId,
  alwaysOffSampler,
  alwaysOnSampler,
  createAlwaysRecordSampler,
  createConfiguredSampler,
  createParentBasedSampler,
  createPerOperationSampler,
  createRateLimitingSampler,
  createTraceIdRatioBasedSampler,
  effectOf,
  parseSamplerEnvironment,
  type Sampler,
  type SamplerConfiguration,
  type SamplingDecision,
  type SpanContext,
  selectParentBasedDelegate,
  traceIdRatioUpperBound,
} from '@/lib/engine'
import { checkVectors, unknownShape, type Vector } from '../support/vectors'

const traceId = '0af7651916cd43dd8448eb211c80319c'

function parentWith(traceFlags: number, isRemote: boolean): SpanContext {
  return { traceId, spanId: 'b7ad6b7169203331', traceFlags, isRemote, tracestate: [] }
}

/** The vectors write the numbers that JSON cannot hold as text. */
function ratioOf(text: unknown): unknown {
  if (typeof text !== 'string') return text
  return text === 'undefined' ? undefined : text === 'null' ? null : Number(text.replace('+', ''))
}

/** The parents that the vectors name: `none`, `remote-sampled`, `local-flags-02`, … */
function namedParent(name: string): SpanContext | null {
  if (name === 'none') return null
  if (name === 'invalid') return { ...parentWith(1, true), traceId: '0'.repeat(32) }
  const [, place, state] = /^(remote|local)-(.+)$/.exec(name) ?? []
  if (place === undefined) throw new Error(`No parent “${name}”`)
  const flags = /^flags-([0-9a-f]+)$/.exec(state!)
  return parentWith(flags ? Number.parseInt(flags[1]!, 16) : state === 'sampled' ? 1 : 0, place === 'remote')
}

const rootSamplers: Record<string, Sampler> = { AlwaysOn: alwaysOnSampler, AlwaysOff: alwaysOffSampler }
const openTelemetryJsWords: Record<SamplingDecision, string> = {
  DROP: 'NOT_RECORD',
  RECORD_ONLY: 'RECORD',
  RECORD_AND_SAMPLE: 'RECORD_AND_SAMPLED',
}
const delegateDefaults: Record<string, string> = {
  root: 'root',
  remoteParentSampled: 'remoteParentSampled (default AlwaysOn)',
  remoteParentNotSampled: 'remoteParentNotSampled (default AlwaysOff)',
  localParentSampled: 'localParentSampled (default AlwaysOn)',
  localParentNotSampled: 'localParentNotSampled (default AlwaysOff)',
}

function nameConfiguration({ root, ratio, isParentBased }: SamplerConfiguration): string {
  const names = {
    always_on: 'AlwaysOn',
    always_off: 'AlwaysOff',
    jaeger_remote: 'JaegerRemote',
    xray: 'XRay',
  }
  const number = ratio !== null && Number.isInteger(ratio) ? ratio.toFixed(1) : String(ratio)
  const name = root === 'traceidratio' ? `TraceIdRatioBased(${number})` : names[root]
  return isParentBased ? `ParentBased(root=${name})` : name
}

function adapt(input: Vector['input']): unknown {
  if (input.sampler === 'traceidratio') {
    const ratio = ratioOf(input.ratio)
    const request = { traceId: input.traceId as string }
    return {
      sampled: createTraceIdRatioBasedSampler(ratio).shouldSample(request).decision === 'RECORD_AND_SAMPLE',
      accumulation: accumulateTraceId(request.traceId),
      upperBound: traceIdRatioUpperBound(ratio),
    }
  }
  if (input.sampler === 'parentbased') {
    const sampler = createParentBasedSampler({ root: rootSamplers[input.root as string]! })
    const { decision } = sampler.shouldSample({ traceId, parent: namedParent(input.parent as string) })
    return { decision: openTelemetryJsWords[decision] }
  }
  if (input.sampler === 'alwaysrecord') {
    const decision = input.rootDecision as SamplingDecision
    const root: Sampler = {
      description: decision,
      shouldSample: () => ({ decision, attributes: {}, tracestate: [] }),
    }
    return { decision: createAlwaysRecordSampler(root).shouldSample({ traceId }).decision }
  }
  if ('ratio' in input)
    return { description: createTraceIdRatioBasedSampler(ratioOf(input.ratio)).description }
  if ('parentPresent' in input) {
    const parent = input.parentPresent ? parentWith(input.sampled ? 1 : 0, input.isRemote === true) : null
    return { delegate: delegateDefaults[selectParentBasedDelegate(parent)] }
  }
  if ('decision' in input) return effectOf(input.decision as SamplingDecision)
  if ('OTEL_TRACES_SAMPLER' in input) {
    const sampler = input.OTEL_TRACES_SAMPLER as string | null
    return {
      sampler: nameConfiguration(parseSamplerEnvironment(sampler, input.OTEL_TRACES_SAMPLER_ARG as string)),
    }
  }
  return unknownShape(input)
}

describe('head samplers', () => {
  checkVectors('head_samplers', adapt)

  test('the environment falls back to the default and says why', () => {
    const unknown = parseSamplerEnvironment('sometimes', null)
    expect(unknown).toMatchObject({ root: 'always_on', isParentBased: true })
    expect(unknown.problems[0]).toContain('sometimes')
    expect(parseSamplerEnvironment('traceidratio', '7')).toMatchObject({
      ratio: 1,
      problems: [expect.any(String)],
    })
    expect(
      createConfiguredSampler(parseSamplerEnvironment('parentbased_traceidratio', '0.5'))?.description,
    ).toContain('ParentBased{root=TraceIdRatioBased{0.5}, remoteParentSampled=AlwaysOnSampler')
    expect(createConfiguredSampler(parseSamplerEnvironment('xray', null))).toBeNull()
  })

  test('a remote client can force sampling on through ParentBased', () => {
    const sampler = createParentBasedSampler({ root: alwaysOffSampler })
    expect(sampler.shouldSample({ traceId, parent: parentWith(0x01, true) }).decision).toBe(
      'RECORD_AND_SAMPLE',
    )
  })

  test('rate limiting keeps a burst, then its rate, whatever the trace ids', () => {
    const sampler = createRateLimitingSampler(2, 3)
    const kept = (timeMs: number) =>
      sampler.shouldSample({ traceId, timeMs }).decision === 'RECORD_AND_SAMPLE'
    expect([kept(0), kept(0), kept(0), kept(0)]).toEqual([true, true, true, false])
    expect([kept(499), kept(500), kept(501)]).toEqual([false, true, false])
  })

  test('per-operation sampling guarantees each operation its lower bound', () => {
    const sampler = createPerOperationSampler(
      { probabilities: { '/pay': 1 }, defaultProbability: 0, lowerBoundPerSecond: 1 },
      createTraceIdRatioBasedSampler,
    )
    const decide = (name: string, timeMs: number) => sampler.shouldSample({ traceId, name, timeMs }).decision
    expect([decide('/pay', 0), decide('/pay', 0)]).toEqual(['RECORD_AND_SAMPLE', 'RECORD_AND_SAMPLE'])
    expect([decide('/health', 0), decide('/health', 500), decide('/health', 1000)]).toEqual([
      'RECORD_AND_SAMPLE',
      'DROP',
      'RECORD_AND_SAMPLE',
    ])
  })
})

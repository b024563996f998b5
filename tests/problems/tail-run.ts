import { expect } from 'vitest'
import { parseTailSampling } from '@/lib/engine/collector/config/parse-tail-sampling'
import { TailSamplingProcessor } from '@/lib/engine/collector/tail-sampling/processor'
import { type SceneTrace, toTrace } from '@/lib/problems/tail-scene'

/** A trace of the problem, read back from its words. */
export function readSceneTrace(text: string): SceneTrace {
  const [, letter = 'A'] = /\*\*([A-F])\*\*/.exec(text) ?? []
  const match = /(\d+) spans, (\d+) ms; SERVER span `([^`]+)`, code (\d+)/.exec(text)!
  return {
    letter,
    spans: Number(match[1]),
    durationMs: Number(match[2]),
    route: match[3]!,
    statusCode: Number(match[4]),
  }
}

/** What the whole processor does with the configuration as it is shown, spans arriving, ten seconds passing. */
export function runProcessor(yaml: string, traces: readonly SceneTrace[]) {
  const { compiled, diagnoses } = parseTailSampling(yaml)
  expect(diagnoses).toEqual([])
  const decided = new Map<string, { decision: string; policy: string | null }>()
  const processor = new TailSamplingProcessor(compiled!, 0, {
    onDecision: ({ traceId, decision, policy }) => decided.set(traceId, { decision, policy }),
  })
  const data = traces.map(toTrace)
  for (const { resourceSpans } of data) processor.ingest(resourceSpans, 0)
  processor.advance(15_000)
  return data.map(({ traceId }) => decided.get(traceId)!)
}

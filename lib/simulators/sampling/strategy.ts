import type { CompiledTailSampling } from '../../engine/collector/tail-sampling/compiled'
import type { Work } from '../work'
import { makeHeadHistory } from './head-history'
import { type History, refused } from './history'
import type { StrategySettings } from './params'
import { compileTail, makeTailHistory } from './tail-history'
import type { TrafficSpans } from './traffic'

/** Something found in a typed configuration; lines and columns from 1. */
export interface YamlFinding {
  readonly severity: 'error' | 'warning'
  readonly line: number
  readonly column: number
  readonly message: string
}

/** What a typed configuration comes to: policies to run, or null with an error among the findings. */
export interface YamlReading {
  readonly compiled: CompiledTailSampling | null
  readonly findings: readonly YamlFinding[]
}

/**
 * The reader of typed configurations. It brings a YAML parser, so it is put here by whoever needs it; while it is
 * null, a strategy of that kind cannot run and says so.
 */
export interface YamlReader {
  read: ((text: string) => YamlReading) | null
}

/** Runs a strategy over the whole traffic. */
export function* makeHistory(
  traffic: TrafficSpans,
  settings: StrategySettings,
  reader: YamlReader,
  untilMs: number,
): Work<History> {
  const { name } = settings
  if (name === 'tail') return yield* makeTailHistory(traffic, compileTail(settings), settings, untilMs)
  if (name !== 'yaml') return yield* makeHeadHistory(traffic, { ...settings, name })
  if (reader.read === null) return refused('The reader of configurations has not been fetched yet.')
  const { compiled, findings } = reader.read(settings.yaml)
  if (compiled !== null) return yield* makeTailHistory(traffic, compiled, settings, untilMs)
  const first = findings.find(({ severity }) => severity === 'error')
  return refused(
    first === undefined
      ? 'A Collector does not start with this configuration.'
      : `A Collector does not start with this: line ${first.line}, column ${first.column}: ${first.message}`,
  )
}

import type { ConfigReport } from '../engine/collector/config/validate-collector-config'
import { type PipelineParams, pipelineParams } from './collector-pipeline/params'
import { pipelinePresets } from './collector-pipeline/presets'
import { PipelineRun } from './collector-pipeline/run'
import { createFleetTraffic, type FleetTraffic } from './collector-pipeline/traffic'
import type { PipelineView } from './collector-pipeline/view'
import type { Simulator } from './simulator'

/** The shop's time goes four times as fast as the simulator's. */
export const pace = 4
/** What is on its way when the last request ends still has time to arrive, in milliseconds of the shop's time. */
const runMs = 40_000
const stepMs = 2000

/** The last traffic: most changes leave it as it is. */
let kept: { key: string; traffic: FleetTraffic } | null = null

function trafficFor(params: PipelineParams): FleetTraffic {
  const key = `${params.seed} ${params.perSecond} ${params.errorShare}`
  if (kept?.key !== key) kept = { key, traffic: createFleetTraffic(params) }
  return kept.traffic
}

/**
 * The reader of whole configurations. It brings a YAML parser, so it is put here by whoever needs it; while it is null
 * nothing starts.
 */
export interface ConfigReader {
  read: ((text: string) => ConfigReport) | null
}

const unread: ConfigReport = { stage: 'yaml', diagnoses: [], config: null, graph: null }

/** A Collector configuration as it runs: what each component takes in, hands on, keeps waiting, drops and loses. */
export function createCollectorPipeline(reader: ConfigReader): Simulator<PipelineParams, PipelineView> {
  return {
    name: 'collector-pipeline',
    params: pipelineParams,
    presets: pipelinePresets,
    stepMs: stepMs / pace,
    lastsMs: runMs / pace,
    start(params) {
      const run = new PipelineRun(params, trafficFor(params), reader.read?.(params.yaml) ?? unread)
      return { advance: (ms) => run.advance(ms * pace), view: () => run.view() }
    },
  }
}

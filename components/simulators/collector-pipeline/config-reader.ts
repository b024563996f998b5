import { type ConfigReader, createCollectorPipeline } from '@/lib/simulators/collector-pipeline'

/** Filled by `loadConfigReader`: the reader brings a YAML parser, in a chunk of its own. */
export const configReader: ConfigReader = { read: null }

/** The simulator as pages use it. */
export const collectorPipeline = createCollectorPipeline(configReader)

export async function loadConfigReader(): Promise<void> {
  if (configReader.read !== null) return
  const { validateCollectorConfig } = await import('@/lib/engine/collector/config/validate-collector-config')
  configReader.read = validateCollectorConfig
}

import type { validateCollectorConfig } from '@/lib/engine/collector/config/validate-collector-config'

/** Filled by `loadConfigReader`: the reader brings a YAML parser, fetched when somebody looks at a configuration. */
export const configReader: { read: typeof validateCollectorConfig | null } = { read: null }

export async function loadConfigReader(): Promise<void> {
  if (configReader.read !== null) return
  const { validateCollectorConfig } = await import('@/lib/engine/collector/config/validate-collector-config')
  configReader.read = validateCollectorConfig
}

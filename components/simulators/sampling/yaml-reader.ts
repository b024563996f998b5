import type { YamlReader } from '@/lib/simulators/sampling/strategy'

/** Filled by `loadYamlReader`: the YAML parser is fetched only when somebody looks at a configuration. */
export const yamlReader: YamlReader = { read: null }

export async function loadYamlReader(): Promise<void> {
  if (yamlReader.read !== null) return
  const { readYaml } = await import('@/lib/simulators/sampling/read-yaml')
  yamlReader.read = readYaml
}

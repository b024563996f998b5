import { parseTailSampling } from '../../engine/collector/config/parse-tail-sampling'
import type { YamlReading } from './strategy'

/** Reads what stands below `tail_sampling:`. Never throws. Heavy: it brings the YAML parser. */
export function readYaml(text: string): YamlReading {
  const { compiled, diagnoses } = parseTailSampling(text)
  return { compiled, findings: diagnoses }
}

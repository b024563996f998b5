import { longestYaml } from '@/lib/simulators/sampling/params'
import { ConfigEditor } from '../editor/config-editor'
import { yamlReader } from './yaml-reader'

interface Props {
  /** The configuration that runs. */
  value: string
  onRun: (text: string) => void
}

const read = (text: string) => yamlReader.read?.(text).findings ?? []

/** What stands below `tail_sampling:`, to be edited. */
export function YamlEditor({ value, onRun }: Props) {
  return (
    <ConfigEditor
      label="Below tail_sampling:"
      value={value}
      longest={longestYaml}
      read={read}
      verdict="A Collector starts with this. Control + Enter runs it."
      onRun={onRun}
    />
  )
}

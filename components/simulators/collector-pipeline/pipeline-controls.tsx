import { useEffect, useState } from 'react'
import { fitsLink, longestConfig, type PipelineParams } from '@/lib/simulators/collector-pipeline/params'
import { percent } from '@/lib/simulators/sampling/words'
import { PanelTabs } from '../controls/panel-tabs'
import { RangeControl } from '../controls/range-control'
import { ConfigEditor } from '../editor/config-editor'
import type { EditorFinding } from '../editor/finding'
import { configReader, loadConfigReader } from './config-reader'

interface Props {
  params: PipelineParams
  /** Before the prediction nothing is said of the configuration: that would be the answer. */
  revealed: boolean
  set: <K extends keyof PipelineParams>(name: K, value: PipelineParams[K]) => void
}

const panels = [
  ['config', 'Configuration'],
  ['world', 'Traffic and backend'],
] as const
type Panel = (typeof panels)[number][0]

const tooLong: EditorFinding = {
  severity: 'error',
  line: 1,
  column: 1,
  message:
    'This is too long for a link, and the page’s address holds the configuration. Leave something out.',
}

/** What a Collector says of a text, and whether it fits the address. */
function read(text: string): readonly EditorFinding[] {
  return fitsLink(text) ? (configReader.read?.(text).diagnoses ?? []) : [tooLong]
}
const silent = () => []

/** One group of controls at a time: the configuration, or the world that it meets. */
export function PipelineControls({ params, revealed, set }: Props) {
  const [panel, setPanel] = useState<Panel>('config')
  const canRead = useReader()
  return (
    <div className="flex flex-col gap-3">
      <PanelTabs panels={panels} shown={panel} onShow={setPanel} />
      {panel === 'config' ? (
        <ConfigEditor
          label="Collector configuration"
          value={params.yaml}
          longest={longestConfig}
          read={revealed && canRead ? read : silent}
          verdict={
            !canRead
              ? 'Fetching what reads it.'
              : revealed
                ? 'A Collector starts with this. Control + Enter runs your changes.'
                : 'First your prediction.'
          }
          onRun={(text) => set('yaml', text)}
        />
      ) : (
        <WorldControls params={params} set={set} />
      )}
    </div>
  )
}

/** Whether the reader of configurations is there. Until it is, and where it cannot be fetched, a text has no findings. */
function useReader(): boolean {
  const [isThere, setThere] = useState(configReader.read !== null)
  useEffect(() => {
    if (isThere) return
    let gone = false
    loadConfigReader().then(
      () => gone || setThere(true),
      () => gone || setThere(false),
    )
    return () => {
      gone = true
    }
  }, [isThere])
  return isThere
}

function WorldControls({ params, set }: Pick<Props, 'params' | 'set'>) {
  return (
    <div className="grid grid-cols-2 items-end gap-x-4 gap-y-3 @3xl:grid-cols-4 @3xl:gap-x-6">
      <RangeControl
        label="Requests to the shop"
        value={params.perSecond}
        min={1}
        max={30}
        step={1}
        text={`${params.perSecond} a second`}
        onChange={(value) => set('perSecond', value)}
      />
      <RangeControl
        label="Errors"
        value={params.errorShare}
        min={0}
        max={0.2}
        step={0.01}
        text={percent(params.errorShare)}
        onChange={(value) => set('errorShare', value)}
      />
      <RangeControl
        label="Backend away, from 6 s on"
        value={params.downSeconds}
        min={0}
        max={30}
        step={1}
        text={`${params.downSeconds} s`}
        onChange={(value) => set('downSeconds', value)}
      />
      <RangeControl
        label="An item in memory (assumed)"
        value={params.kibPerItem}
        min={1}
        max={500}
        step={1}
        text={`${params.kibPerItem} KiB`}
        onChange={(value) => set('kibPerItem', value)}
      />
    </div>
  )
}

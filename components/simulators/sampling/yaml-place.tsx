import { memo } from 'react'
import { YamlEditor } from './yaml-editor'

interface Props {
  /** The run that needs the reader of configurations fetches it, so it is there as soon as its picture is. */
  isReady: boolean
  value: string
  onRun: (text: string) => void
}

/** The configuration that runs, under the picture: it comes and goes without moving what it is about. */
export const YamlPlace = memo(function YamlPlace({ isReady, value, onRun }: Props) {
  if (!isReady)
    return <p className="m-0 text-[14px] leading-5 text-soft">Fetching the reader of configurations.</p>
  return <YamlEditor value={value} onRun={onRun} />
})

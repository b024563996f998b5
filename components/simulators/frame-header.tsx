import { memo } from 'react'
import type { Preset } from '@/lib/simulators/preset'

interface Props {
  title: string
  task: string
  heading: 'h2' | 'h3'
  presets: readonly Pick<Preset<never, never>, 'id' | 'title'>[]
  preset: string
  onPreset: (id: string) => void
}

/** What the simulator is called, what to do here, and which confusion is staged. */
export const FrameHeader = memo(function FrameHeader(props: Props) {
  const { title, task, heading: Heading, presets, preset, onPreset } = props
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <Heading className="m-0 text-[20px] leading-7 font-[650]">{title}</Heading>
        <p className="m-0 text-[15px] leading-6 text-soft">{task}</p>
      </div>
      <label className="flex min-w-0 flex-col gap-1 text-[14px] leading-5 text-soft">
        What is staged
        <select
          className="h-10 max-w-full min-w-0 rounded border border-line-strong bg-raised px-2 text-[15px] text-ink"
          value={preset}
          onChange={(event) => onPreset(event.target.value)}
        >
          {presets.map((each) => (
            <option key={each.id} value={each.id}>
              {each.title}
            </option>
          ))}
        </select>
      </label>
    </header>
  )
})

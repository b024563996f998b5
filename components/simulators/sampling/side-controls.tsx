import type { SamplingParams, StrategyName } from '@/lib/simulators/sampling/params'
import { percent, strategyWords } from '@/lib/simulators/sampling/words'
import { RangeControl } from '../controls/range-control'
import { SelectControl } from '../controls/select-control'

interface Props {
  side: 'a' | 'b'
  params: SamplingParams
  set: <K extends keyof SamplingParams>(name: K, value: SamplingParams[K]) => void
}

/** How one side chooses, and the settings that matter to it. */
export function SideControls({ side, params, set }: Props) {
  const name = params[side]
  if (name === 'none') return null
  const hasShare = name !== 'rate' && name !== 'yaml'
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-2 items-end gap-x-4 gap-y-3 @3xl:grid-cols-4 @3xl:gap-x-6">
        <SelectControl<StrategyName>
          label={`How ${side.toUpperCase()} chooses`}
          value={name}
          options={strategyWords}
          onChange={(value) => set(side, value)}
        />
        {hasShare && (
          <RangeControl
            label={shareWords[name]}
            value={params[`${side}Share`]}
            min={0.01}
            max={1}
            step={0.01}
            text={percent(params[`${side}Share`])}
            onChange={(value) => set(`${side}Share`, value)}
          />
        )}
        {name === 'rate' && (
          <RangeControl
            label="Kept at most"
            value={params[`${side}Limit`]}
            min={1}
            max={40}
            step={1}
            text={`${params[`${side}Limit`]} traces/s`}
            onChange={(value) => set(`${side}Limit`, value)}
          />
        )}
        {name === 'yaml' && (
          <p className="m-0 text-[14px] leading-5 text-soft">Its configuration stands below the picture.</p>
        )}
        {name === 'tail' && (
          <>
            <RangeControl
              label="decision_wait"
              value={params[`${side}Wait`]}
              min={1}
              max={15}
              step={1}
              text={`${params[`${side}Wait`]} s`}
              onChange={(value) => set(`${side}Wait`, value)}
            />
            <RangeControl
              label="num_traces"
              value={params[`${side}Traces`]}
              min={20}
              max={2000}
              step={20}
              text={`${params[`${side}Traces`]}`}
              onChange={(value) => set(`${side}Traces`, value)}
            />
          </>
        )}
      </div>
    </div>
  )
}

const shareWords = {
  head: 'Share kept',
  consistent: 'Share kept',
  rules: 'Share of the rest',
  tail: 'Share of everything',
} as const

import { mostCollectors, type RoutingName, type SamplingParams } from '@/lib/simulators/sampling/params'
import { routingWords } from '@/lib/simulators/sampling/words'
import { RangeControl } from '../controls/range-control'
import { SelectControl } from '../controls/select-control'

interface Props {
  params: SamplingParams
  set: <K extends keyof SamplingParams>(name: K, value: SamplingParams[K]) => void
}

const decidesLate = (name: SamplingParams['b']) => name === 'tail' || name === 'yaml'

/** How many Collectors decide, each about the spans that it sees, and which spans come to which. */
export function CollectorControls({ params, set }: Props) {
  const sides = (['a', 'b'] as const).filter((side) => decidesLate(params[side]))
  if (sides.length === 0) {
    return (
      <p className="m-0 text-[14px] leading-5 text-soft">
        How many Collectors there are matters to tail sampling only: here each trace is decided as it begins.
      </p>
    )
  }
  const of = (side: string) => (params.b === 'none' ? '' : ` of ${side.toUpperCase()}`)
  return (
    <div className="grid grid-cols-2 items-end gap-x-4 gap-y-3 @3xl:grid-cols-4 @3xl:gap-x-6">
      {sides.flatMap((side) => [
        <RangeControl
          key={`${side} collectors`}
          label={`Collectors${of(side)}`}
          value={params[`${side}Collectors`]}
          min={1}
          max={mostCollectors}
          step={1}
          text={`${params[`${side}Collectors`]}`}
          onChange={(value) => set(`${side}Collectors`, value)}
        />,
        <SelectControl<RoutingName>
          key={`${side} routing`}
          label={`Spans${of(side)} go`}
          value={params[`${side}Routing`]}
          options={routingWords}
          onChange={(value) => set(`${side}Routing`, value)}
        />,
      ])}
    </div>
  )
}

import type {
  ConventionsParams,
  Emission,
  QueryName,
  Rollout,
} from '@/lib/simulators/conventions-translator/params'
import { queryWords } from '@/lib/simulators/conventions-translator/query'
import { services } from '@/lib/simulators/conventions-translator/rollout'
import { emissionWords } from '@/lib/simulators/conventions-translator/sentence'
import type { ConventionsView } from '@/lib/simulators/conventions-translator/view'
import { SegmentControl } from '../controls/segment-control'
import { SelectControl } from '../controls/select-control'

interface Props {
  params: ConventionsParams
  view: ConventionsView
  set: <K extends keyof ConventionsParams>(name: K, value: ConventionsParams[K]) => void
}

const short: Record<Emission, string> = { old: 'Old', both: 'Both', new: 'New' }
const rolloutWords: Record<Rollout, string> = {
  none: 'They stay as they are',
  direct: 'Each moves straight to new',
  both: 'Each writes both, then new',
}

/** What each service writes, how the three move, and what is asked for. */
export function EmissionControls({ params, view, set }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-x-6 gap-y-3 @3xl:grid-cols-3">
        {services.map((name, index) => (
          <SegmentControl<Emission>
            key={name}
            label={`${name} begins with`}
            note={`now ${emissionWords[view.services[index]!.emission]}`}
            value={params[name]}
            options={short}
            onChange={(value) => set(name, value)}
          />
        ))}
      </div>
      <div className="grid gap-x-6 gap-y-3 @3xl:grid-cols-[1fr_2fr]">
        <SelectControl<Rollout>
          label="During the run"
          value={params.rollout}
          options={rolloutWords}
          onChange={(value) => set('rollout', value)}
        />
        <SelectControl<QueryName>
          label="The query"
          value={params.query}
          options={queryWords}
          onChange={(value) => set('query', value)}
        />
      </div>
    </div>
  )
}

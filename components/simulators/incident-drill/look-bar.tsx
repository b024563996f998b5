import {
  type Grouping,
  groupings,
  type ServiceName,
  serviceNames,
} from '@/lib/simulators/incident-drill/cause'
import type { Look } from '@/lib/simulators/incident-drill/look'
import { SelectControl } from '../controls/select-control'
import { SimulatorButton } from '../simulator-button'

interface Props {
  look: Look
  service: ServiceName
  /** The trace that was opened last; null before. */
  trace: number | null
  disabled: boolean
  onLook: (look: Look) => void
}

const kinds = { requests: 'Requests', inside: 'Inside', trace: 'Trace', logs: 'Logs' } as const
const services = Object.fromEntries(serviceNames.map((name) => [name, name])) as Record<ServiceName, string>
const parts = {
  none: 'Nothing',
  ...Object.fromEntries(groupings.map((key) => [key, key])),
} as Record<Grouping | 'none', string>

/** Which telemetry, of which service, parted by what. */
export function LookBar({ look, service, trace, disabled, onLook }: Props) {
  const by = look.kind === 'requests' || look.kind === 'inside' ? look.by : null
  const lookOf = (kind: Look['kind'], of: ServiceName, key: Grouping | null): Look | null => {
    if (kind === 'trace') return trace === null ? null : { kind, trace }
    return kind === 'logs' ? { kind, service: of } : { kind, service: of, by: key }
  }
  const go = (next: Look | null) => next !== null && onLook(next)
  return (
    <div className="grid items-end gap-x-4 gap-y-3 @3xl:grid-cols-[auto_1fr_1fr]">
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons, not fields of a form */}
      <div role="group" aria-label="What to look at" className="flex flex-wrap gap-2">
        {(Object.keys(kinds) as Look['kind'][]).map((kind) => (
          <SimulatorButton
            key={kind}
            aria-pressed={kind === look.kind}
            className="aria-pressed:border-accent aria-pressed:bg-accent-wash"
            disabled={disabled || (kind === 'trace' && trace === null)}
            onClick={() => go(lookOf(kind, service, by))}
          >
            {kinds[kind]}
          </SimulatorButton>
        ))}
      </div>
      {look.kind !== 'trace' && (
        <SelectControl
          label="Service"
          value={service}
          options={services}
          onChange={(next) => go(lookOf(look.kind, next, by))}
        />
      )}
      {(look.kind === 'requests' || look.kind === 'inside') && (
        <SelectControl
          label="Parted by"
          value={by ?? 'none'}
          options={parts}
          onChange={(key) => go(lookOf(look.kind, service, key === 'none' ? null : key))}
        />
      )}
    </div>
  )
}

import {
  type Cause,
  causeWords,
  type Grouping,
  groupings,
  type ServiceName,
  serviceNames,
} from '@/lib/simulators/incident-drill/cause'
import type { Diagnosis, Verdict } from '@/lib/simulators/incident-drill/verdict'
import { SelectControl } from '../controls/select-control'
import { SimulatorButton } from '../simulator-button'

interface Props {
  diagnosis: Diagnosis
  verdict: Verdict | null
  /** Sentences, each saying more than the one before; those that were asked for. */
  hints: readonly string[]
  canHint: boolean
  isTold: boolean
  /** Why it cannot be named yet; null where it can. */
  waitsFor: string | null
  onChoose: (changes: Partial<Diagnosis>) => void
  onName: () => void
  onHint: () => void
  onTell: () => void
}

const services = Object.fromEntries(serviceNames.map((name) => [name, name])) as Record<ServiceName, string>
const attributes = {
  none: 'All are alike',
  ...Object.fromEntries(groupings.map((key) => [key, key])),
} as Record<Grouping | 'none', string>

/** Where it begins, what it is, and which attribute parts the sick instances from the sound. */
export function DiagnosisForm(props: Props) {
  const { diagnosis, verdict, hints, canHint, isTold, waitsFor, onChoose, onName, onHint, onTell } = props
  const disabled = waitsFor !== null
  return (
    // A group and no landmark: a lesson may hold two drills.
    // biome-ignore lint/a11y/useSemanticElements: fields, a button, hints and a verdict, not fields alone
    <div role="group" aria-label="Name the cause" className="flex flex-col gap-3 border-t border-line pt-4">
      <div className="grid items-end gap-x-4 gap-y-3 @xl:grid-cols-2 @3xl:grid-cols-[1fr_1.5fr_1.5fr_auto]">
        <SelectControl
          label="It begins in"
          value={diagnosis.service}
          options={services}
          onChange={(service) => onChoose({ service })}
        />
        <SelectControl<Cause>
          label="What it is"
          value={diagnosis.cause}
          options={causeWords}
          onChange={(cause) => onChoose({ cause })}
        />
        <SelectControl
          label="Its instances differ by"
          value={diagnosis.shownBy ?? 'none'}
          options={attributes}
          onChange={(key) => onChoose({ shownBy: key === 'none' ? null : key })}
        />
        <SimulatorButton tone="accent" disabled={disabled} onClick={onName}>
          Name the cause
        </SimulatorButton>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <SimulatorButton disabled={disabled || !canHint} onClick={onHint}>
          Hint
        </SimulatorButton>
        <SimulatorButton disabled={disabled || isTold} onClick={onTell}>
          Show me the way
        </SimulatorButton>
        {disabled && <span className="text-[14px] leading-5 text-soft">{waitsFor}</span>}
      </div>
      <div aria-live="polite" className="flex flex-col gap-1 text-[15px] leading-6">
        {hints.map((hint) => (
          <p key={hint} className="m-0">
            <span className="font-semibold">Hint:</span> {hint}
          </p>
        ))}
        {verdict !== null && <VerdictWords verdict={verdict} />}
      </div>
    </div>
  )
}

function VerdictWords({ verdict }: { verdict: Verdict }) {
  if (verdict.right) return <p className="m-0 font-semibold">That is it.</p>
  return (
    <p className="m-0">
      <span className="font-semibold">Not yet.</span> {verdict.reasons.join(' ')}
    </p>
  )
}

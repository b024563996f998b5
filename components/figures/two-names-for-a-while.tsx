import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'

type Sends = 'old' | 'both' | 'new'

const weeks = [1, 2, 3, 4, 5] as const

/** What each service sends in each week, with a time of both names and without one. */
const plans: readonly { name: string; services: readonly (readonly [string, readonly Sends[]])[] }[] = [
  {
    name: 'Switched at once',
    services: [
      ['web', ['old', 'new', 'new', 'new', 'new']],
      ['checkout', ['old', 'old', 'new', 'new', 'new']],
      ['payment', ['old', 'old', 'old', 'new', 'new']],
    ],
  },
  {
    name: 'Both for a while',
    services: [
      ['web', ['old', 'both', 'both', 'both', 'new']],
      ['checkout', ['old', 'old', 'both', 'both', 'new']],
      ['payment', ['old', 'old', 'both', 'both', 'new']],
    ],
  },
]

const seenBy = (services: (typeof plans)[number]['services'], week: number, name: 'old' | 'new'): number =>
  services.filter(([, sends]) => sends[week - 1] === name || sends[week - 1] === 'both').length

function Cell({ x, y, sends }: { x: number; y: number; sends: Sends }) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={40}
        height={22}
        rx={3}
        strokeWidth={1.5}
        strokeDasharray={sends === 'old' ? '3 3' : undefined}
        className={
          sends === 'new'
            ? 'fill-trace stroke-trace'
            : sends === 'both'
              ? 'fill-trace-wash stroke-trace'
              : 'fill-raised stroke-soft'
        }
      />
      <text
        x={x + 20}
        y={y + 15}
        textAnchor="middle"
        className={`font-sans text-[12px] font-semibold ${sends === 'new' ? 'fill-paper' : 'fill-ink'}`}
      >
        {sends}
      </text>
    </g>
  )
}

function Plan({ plan, x, y }: { plan: (typeof plans)[number]; x: number; y: number }) {
  const left = x + 104
  return (
    <g>
      <Label x={x} y={y + 14} text={plan.name} strong />
      {weeks.map((week) => (
        <Label
          key={week}
          x={left + (week - 1) * 46 + 20}
          y={y + 36}
          text={`week ${week}`}
          size={11}
          tone="soft"
          anchor="middle"
        />
      ))}
      {plan.services.map(([service, sends], index) => (
        <g key={service}>
          <Label x={x} y={y + 60 + index * 28} text={service} mono size={12} />
          {sends.map((what, week) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place of a week is what it is
            <Cell key={week} x={left + week * 46} y={y + 45 + index * 28} sends={what} />
          ))}
        </g>
      ))}
      {(['old', 'new'] as const).map((name, index) => (
        <g key={name}>
          <Label x={x} y={y + 150 + index * 22} text={`${name} query sees`} size={12} />
          {weeks.map((week) => {
            const seen = seenBy(plan.services, week, name)
            return (
              <Label
                key={week}
                x={left + (week - 1) * 46 + 20}
                y={y + 150 + index * 22}
                text={`${seen} of 3`}
                size={12}
                anchor="middle"
                strong={seen === 3}
                tone={seen === 3 ? 'ink' : 'error'}
              />
            )
          })}
        </g>
      ))}
    </g>
  )
}

export function TwoNamesForAWhile() {
  const [once, both] = plans as [(typeof plans)[number], (typeof plans)[number]]
  return (
    <FigureFrame
      id="figure-two-names"
      title="When each query sees every service"
      description="Two plans over five weeks for web, checkout and payment. Switched at once, the old query sees 3, 2, 1, 0, 0 services and the new one 0, 1, 2, 3, 3. With both names for a while, the old query sees all three until week four and the new one all three from week three on."
      caption="If every service switches at once, there is no week in which both queries see all three. With both names for a while there are two such weeks, and in these the readers are moved."
      wide={{
        width: 720,
        height: 184,
        drawing: (
          <>
            <Plan plan={once} x={4} y={0} />
            <Plan plan={both} x={378} y={0} />
          </>
        ),
      }}
      narrow={{
        width: 362,
        height: 388,
        drawing: (
          <>
            <Plan plan={once} x={4} y={0} />
            <Plan plan={both} x={4} y={204} />
          </>
        ),
      }}
      words={
        <WordsTable
          label="Services that each query sees, of three"
          head={['Plan', 'Week', 'Old query', 'New query']}
          rows={plans.flatMap((plan) =>
            weeks.map((week) => [
              plan.name,
              week,
              seenBy(plan.services, week, 'old'),
              seenBy(plan.services, week, 'new'),
            ]),
          )}
        />
      }
    />
  )
}

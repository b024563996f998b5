import { FigureFrame } from '@/components/figures/figure-frame'
import { Label, type Tone } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'

interface Line {
  what: string
  unit: string
  before: number
  after: number
  /** A month's price of what there was before and of what is planned, in euros. */
  price: readonly [before: number, after: number]
  tone: Tone
  fill: string
}

const lines: readonly Line[] = [
  {
    what: 'Metrics',
    unit: 'series',
    before: 216_108,
    after: 4800,
    price: [1728.86, 38.4],
    tone: 'metric',
    fill: 'fill-metric',
  },
  {
    what: 'Traces',
    unit: 'GB',
    before: 401.8,
    after: 6.9,
    price: [120.53, 2.08],
    tone: 'trace',
    fill: 'fill-trace',
  },
  {
    what: 'Logs',
    unit: 'GB',
    before: 108.9,
    after: 1.6,
    price: [32.66, 0.47],
    tone: 'log',
    fill: 'fill-log',
  },
]

const most = Math.max(...lines.map(({ price }) => price[0]))
const amount = (value: number, unit: string): string => `${value.toLocaleString('en-GB')} ${unit}`
const euros = (value: number): string =>
  value < 1 ? 'under 1 €' : `${Math.round(value).toLocaleString('en-GB')} €`

function Scene({ wide }: { wide: boolean }) {
  const left = wide ? 92 : 4
  const room = wide ? 400 : 200
  return (
    <>
      {lines.map(({ what, unit, before, after, price, tone, fill }, index) => {
        const y = 4 + index * (wide ? 66 : 88)
        const top = wide ? y : y + 20
        const rows = [
          { name: 'before', value: before, cost: price[0] },
          { name: 'planned', value: after, cost: price[1] },
        ]
        return (
          <g key={what}>
            <Label x={4} y={wide ? y + 32 : y + 14} text={what} strong tone={tone} />
            {rows.map(({ name, value, cost }, row) => {
              const width = Math.max(2, (cost / most) * room)
              return (
                <g key={name}>
                  <rect
                    x={left}
                    y={top + row * 26}
                    width={width}
                    height={18}
                    rx={2}
                    className={fill}
                    opacity={row === 0 ? 1 : 0.75}
                  />
                  <Label
                    x={left + width + 8}
                    y={top + 14 + row * 26}
                    text={`${euros(cost)} ${name}${wide ? `: ${amount(value, unit)}` : ''}`}
                    size={12}
                  />
                </g>
              )
            })}
          </g>
        )
      })}
    </>
  )
}

export function TelemetryBudget() {
  return (
    <FigureFrame
      id="figure-budget"
      title="What a month costs, before and as planned"
      description="Three pairs of bars on one scale of euros. Metrics fall from 1,729 to 38, traces from 121 to 2, logs from 33 to less than 1."
      caption="All bars are on one scale. The team had argued about sampling; the bill was one attribute on one metric."
      wide={{ width: 720, height: 196, drawing: <Scene wide /> }}
      narrow={{ width: 362, height: 264, drawing: <Scene wide={false} /> }}
      words={
        <WordsTable
          label="A month before and as planned"
          head={['Signal', 'Before', 'Planned', 'Price before', 'Price planned']}
          rows={lines.map(({ what, unit, before, after, price }) => [
            what,
            amount(before, unit),
            amount(after, unit),
            `${price[0].toFixed(2)} €`,
            `${price[1].toFixed(2)} €`,
          ])}
        />
      }
    />
  )
}

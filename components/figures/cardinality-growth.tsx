import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'

const limit = 2000
const steps = [
  { attribute: 'http.request.method', values: '5', sets: 5 },
  { attribute: 'http.response.status_code', values: '× 6', sets: 30 },
  { attribute: 'http.route', values: '× 20', sets: 600 },
  { attribute: 'user.id', values: '× 1,000,000', sets: 600_000_000 },
] as const

const number = (value: number): string => value.toLocaleString('en-GB')

function Growth({ width, hatch }: { width: number; hatch: string }) {
  const left = 6
  const right = width - 8
  const at = (sets: number): number => left + ((right - left) * Math.log10(sets)) / 9
  const top = 34
  const step = 58
  const bottom = top + steps.length * step
  return (
    <>
      <defs>
        <pattern id={hatch} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={0} x2={0} y1={0} y2={7} strokeWidth={2} className="stroke-error" />
        </pattern>
      </defs>
      <line
        x1={at(limit)}
        x2={at(limit)}
        y1={22}
        y2={bottom}
        strokeWidth={1.5}
        strokeDasharray="5 4"
        className="stroke-ink"
      />
      {steps.map(({ attribute, values, sets }, index) => {
        const y = top + index * step
        return (
          <g key={attribute}>
            <Label x={left} y={y + 14} text={attribute} mono size={12} halo />
            <Label
              x={left + attribute.length * 7.2 + 10}
              y={y + 14}
              text={values}
              size={12}
              tone="soft"
              halo
            />
            <rect
              x={left}
              y={y + 21}
              width={at(Math.min(sets, limit)) - left}
              height={18}
              rx={2}
              className="fill-metric"
            />
            {sets > limit && (
              <rect
                x={at(limit)}
                y={y + 21}
                width={at(sets) - at(limit)}
                height={18}
                rx={2}
                fill={`url(#${hatch})`}
                strokeWidth={1.5}
                className="stroke-error"
              />
            )}
            <Label
              x={sets > limit ? right : at(sets) + 8}
              y={sets > limit ? y + 14 : y + 35}
              text={number(sets)}
              strong
              halo
              anchor={sets > limit ? 'end' : 'start'}
            />
          </g>
        )
      })}
      <Label x={at(limit) + 6} y={18} text="2,000: the SDK's limit" size={12} />
      <line x1={left} x2={right} y1={bottom} y2={bottom} className="stroke-line-strong" />
      {[1, 1000, 1_000_000, 1_000_000_000].map((sets) => (
        <Label
          key={sets}
          x={at(sets)}
          y={bottom + 17}
          text={number(sets)}
          size={11}
          tone="soft"
          anchor={sets === 1 ? 'start' : sets > 1_000_000 ? 'end' : 'middle'}
        />
      ))}
    </>
  )
}

export function CardinalityGrowth() {
  return (
    <FigureFrame
      id="figure-cardinality"
      title="Attribute sets of one metric, as attributes are added"
      description="Four bars on a scale where each step is ten times the last. With the method alone there are 5 sets, with the status code 30, with the route 600. With the user id it would be 600,000,000; everything above 2,000 is hatched as overflow."
      caption="Each attribute multiplies. The axis is logarithmic: equal distances are equal factors. The hatched part never becomes series of its own; the SDK adds it all to one overflow set."
      wide={{ width: 720, height: 290, drawing: <Growth width={720} hatch="figure-cardinality-wide" /> }}
      narrow={{ width: 362, height: 290, drawing: <Growth width={362} hatch="figure-cardinality-narrow" /> }}
      words={
        <WordsTable
          label="Attribute sets by attribute"
          head={['Attribute added', 'Values', 'Sets at most']}
          rows={steps.map(({ attribute, values, sets }) => [attribute, values, number(sets)])}
        />
      }
    />
  )
}

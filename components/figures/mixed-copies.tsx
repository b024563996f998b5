import { FigureFrame } from './figure-frame'
import { Label } from './label'
import { addedTo, mixedReports } from './misread-numbers'
import { WordsTable } from './words-table'

const added = addedTo(mixedReports)
const isFirst = (at: number): boolean => at % 2 === 0

function Chart({ width }: { width: number }) {
  const x = (at: number): number => 62 + (at / (mixedReports.length - 1)) * (width - 100)
  const y = (value: number): number => 204 - (value / 5500) * 160
  const points = (isMeant: (at: number) => boolean): string =>
    mixedReports
      .flatMap((value, at) => (isMeant(at) ? [`${x(at).toFixed(1)},${y(value).toFixed(1)}`] : []))
      .join(' ')
  return (
    <>
      <Label x={4} y={16} text="The counter, as it arrives under one name" size={12} tone="soft" />
      {[0, 2500, 5000].map((value) => (
        <g key={value}>
          <line x1={50} x2={width - 8} y1={y(value)} y2={y(value)} className="stroke-line" />
          <Label
            x={44}
            y={y(value) + 4}
            text={value.toLocaleString('en')}
            size={11}
            anchor="end"
            tone="soft"
          />
        </g>
      ))}
      {[isFirst, (at: number) => !isFirst(at)].map((isMeant, copy) => (
        <polyline
          key={copy === 0 ? 'first' : 'second'}
          points={points(isMeant)}
          fill="none"
          strokeWidth={1.5}
          strokeDasharray="5 4"
          className="stroke-line-strong"
        />
      ))}
      <polyline points={points(() => true)} fill="none" strokeWidth={2} className="stroke-metric" />
      {mixedReports.map((value, at) => (
        <g key={value}>
          <circle
            cx={x(at)}
            cy={y(value)}
            r={4.5}
            strokeWidth={2}
            className={isFirst(at) ? 'fill-metric stroke-metric' : 'fill-raised stroke-metric'}
          />
          <Label
            x={x(at)}
            y={isFirst(at) ? y(value) - 12 : y(value) + 20}
            text={value.toLocaleString('en')}
            size={11}
            anchor="middle"
            halo
          />
        </g>
      ))}
      <circle cx={56} cy={242} r={4.5} className="fill-metric" />
      <Label x={68} y={246} text="first copy" size={12} />
      <circle cx={154} cy={242} r={4.5} strokeWidth={2} className="fill-raised stroke-metric" />
      <Label x={166} y={246} text="second copy" size={12} />
    </>
  )
}

/** Two counters under one identity: each grows gently, together they make a saw. */
export function MixedCopies() {
  return (
    <FigureFrame
      id="figure-mixed-copies"
      title="Two gentle counters make one wild one"
      description="Six reports under one identity: 5,000, 300, 5,060, 360, 5,120 and 420. Every other one comes from the first copy, and the rest from the second. The two dashed lines rise gently; the line through all six falls and rises with every report."
      caption="Dashed: what each copy counts. The saw through both is what the store has. A restart would make one tooth; here there is one for each report."
      wide={{ width: 720, height: 256, drawing: <Chart width={720} /> }}
      narrow={{ width: 362, height: 256, drawing: <Chart width={362} /> }}
      words={
        <WordsTable
          label="Reports under one identity"
          head={['Report', 'From', 'Value', 'Growth, as it is computed']}
          rows={mixedReports.map((value, at) => [
            at + 1,
            isFirst(at) ? 'first copy' : 'second copy',
            value.toLocaleString('en'),
            at === 0 ? '–' : added[at - 1]!.toLocaleString('en'),
          ])}
        />
      }
    />
  )
}

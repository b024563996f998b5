import { badShareAt, incident, isPaging, pageAbove } from '@/components/figures/burn'
import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'

const [first, last] = [-10, 75]
const minutes = Array.from({ length: last - first + 1 }, (_, index) => first + index)
const paging = minutes.filter(isPaging)
const [pageFrom, pageTo] = [paging[0]!, paging[paging.length - 1]!]

/** 09:00 and some minutes, as on a clock. */
const clock = (minute: number): string => {
  const at = 9 * 60 + minute
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

function Chart({ left, width }: { left: number; width: number }) {
  const x = (minute: number): number => left + ((minute - first) / (last - first)) * width
  const y = (share: number): number => 186 - (share / 0.13) * 150
  const line = (window: number): string =>
    minutes.map((minute) => `${x(minute).toFixed(1)},${y(badShareAt(minute, window)).toFixed(1)}`).join(' ')
  return (
    <>
      <Label x={4} y={14} text="Share of checkouts that break the objective" size={12} tone="soft" />
      <rect x={x(pageFrom)} y={26} width={x(pageTo + 1) - x(pageFrom)} height={160} className="fill-sunken" />
      <Label x={x(pageFrom) + 4} y={40} text="page" size={12} strong tone="error" />
      {[0, 0.04, 0.08, 0.12].map((share) => (
        <g key={share}>
          <line x1={left} x2={left + width} y1={y(share)} y2={y(share)} className="stroke-line" />
          <Label
            x={left - 6}
            y={y(share) + 4}
            text={`${(share * 100).toFixed(0)} %`}
            size={11}
            anchor="end"
            tone="soft"
          />
        </g>
      ))}
      <line
        x1={left}
        x2={left + width}
        y1={y(pageAbove)}
        y2={y(pageAbove)}
        strokeWidth={1.5}
        strokeDasharray="5 4"
        className="stroke-error"
      />
      <Label x={left + 4} y={y(pageAbove) - 6} text={percent(pageAbove)} size={12} tone="error" halo />
      <polyline points={line(60)} fill="none" strokeWidth={2.5} className="stroke-metric" />
      <polyline
        points={line(5)}
        fill="none"
        strokeWidth={2}
        strokeDasharray="2 3"
        className="stroke-metric"
      />
      {[0, 20, 40, 60].map((minute) => (
        <Label
          key={minute}
          x={x(minute)}
          y={204}
          text={clock(minute)}
          size={11}
          anchor="middle"
          tone="soft"
        />
      ))}
      <line x1={left} x2={left + 28} y1={224} y2={224} strokeWidth={2.5} className="stroke-metric" />
      <Label x={left + 34} y={228} text="last hour" size={12} />
      <line
        x1={left + 120}
        x2={left + 148}
        y1={224}
        y2={224}
        strokeWidth={2}
        strokeDasharray="2 3"
        className="stroke-metric"
      />
      <Label x={left + 154} y={228} text="last five minutes" size={12} />
    </>
  )
}

const moments = [0, 10, pageFrom, incident.repairedAt, pageTo + 1, 68]

export function BurnWindows() {
  return (
    <FigureFrame
      id="figure-burn-windows"
      title="An objective burning in two windows"
      description={`From 09:00 on twelve percent of checkouts are bad. The share over the last five minutes is at twelve percent within five minutes. The share over the last hour rises slowly and passes 7.2 % at ${clock(pageFrom)}: the page begins. After the repair at ${clock(incident.repairedAt)} the short window falls at once and ends the page at ${clock(pageTo + 1)}, while the hour stays high.`}
      caption="The page (shaded) is on while both lines are above 7.2 %. The hour says that it matters, the five minutes say that it is still going on."
      wide={{ width: 720, height: 236, drawing: <Chart left={44} width={668} /> }}
      narrow={{ width: 362, height: 236, drawing: <Chart left={40} width={316} /> }}
      words={
        <WordsTable
          label="The two windows"
          head={['Time', 'Last hour', 'Last five minutes', 'Page']}
          rows={moments.map((minute) => [
            clock(minute),
            percent(badShareAt(minute, 60)),
            percent(badShareAt(minute, 5)),
            isPaging(minute) ? 'on' : 'off',
          ])}
        />
      }
    />
  )
}

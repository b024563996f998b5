import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { ErrorMark } from '@/components/figures/signal-mark'
import { WordsTable } from '@/components/figures/words-table'

const usual = 60
const perSecond = 10
const places = 1999
const seconds = 600
/** When the first failure comes. */
const failure = 450
const fullAt = Math.round((places - usual) / perSecond)
const wanted = (second: number): number => usual + perSecond * second
const most = wanted(seconds)
const number = (value: number): string => value.toLocaleString('en-GB')

interface PlotProps {
  width: number
  hatch: string
}

function Plot({ width, hatch }: PlotProps) {
  const left = 46
  const right = width - 10
  const top = 26
  const bottom = 226
  const x = (second: number): number => left + ((right - left) * second) / seconds
  const y = (sets: number): number => bottom - ((bottom - top) * sets) / most
  const full = `${x(fullAt)},${y(places)}`
  return (
    <>
      <defs>
        <pattern id={hatch} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={0} x2={0} y1={0} y2={7} strokeWidth={2} className="stroke-error" />
        </pattern>
      </defs>
      <polygon
        points={`${x(0)},${bottom} ${x(0)},${y(usual)} ${full} ${x(seconds)},${y(places)} ${x(seconds)},${bottom}`}
        className="fill-metric-wash stroke-metric"
        strokeWidth={1.5}
      />
      <polygon
        points={`${full} ${x(seconds)},${y(most)} ${x(seconds)},${y(places)}`}
        fill={`url(#${hatch})`}
        strokeWidth={1.5}
        className="stroke-error"
      />
      <line x1={left} x2={right} y1={bottom} y2={bottom} className="stroke-line-strong" />
      <line x1={left} x2={left} y1={top} y2={bottom} className="stroke-line-strong" />
      {[0, 2000, 4000, 6000].map((sets) => (
        <Label
          key={sets}
          x={left - 6}
          y={y(sets) + 4}
          text={number(sets)}
          size={11}
          tone="soft"
          anchor="end"
        />
      ))}
      {[0, 2, 4, 6, 8, 10].map((minutes) => (
        <Label
          key={minutes}
          x={x(minutes * 60)}
          y={bottom + 17}
          text={minutes === 0 ? 'start' : `${minutes} min`}
          size={11}
          tone="soft"
          anchor={minutes === 0 ? 'start' : minutes === 10 ? 'end' : 'middle'}
        />
      ))}
      <Label x={left} y={16} text="different sets so far" size={12} tone="soft" />
      <Label
        x={x(seconds) - 8}
        y={bottom - 20}
        text="have a place of their own"
        size={12}
        anchor="end"
        halo
      />
      <Label
        x={x(fullAt) - 6}
        y={y(places) - 12}
        text={`full after ${fullAt} s`}
        size={12}
        anchor="end"
        strong
      />
      <Label x={x(seconds) - 8} y={y(places) - 14} text="in the overflow" size={12} anchor="end" halo />
      <line
        x1={x(failure)}
        x2={x(failure)}
        y1={y(wanted(failure)) - 16}
        y2={y(wanted(failure))}
        className="stroke-error"
      />
      <ErrorMark x={x(failure)} y={y(wanted(failure))} size={5} />
      <Label
        x={x(failure) - 8}
        y={y(wanted(failure)) - 14}
        text="the first 500: no place left"
        size={12}
        anchor="end"
        strong
      />
    </>
  )
}

export function OverflowFirstCome() {
  return (
    <FigureFrame
      id="figure-first-come"
      title="First come, first kept: sets of one instrument after a start"
      description="The number of different sets rises by ten a second, from 60. At 194 seconds it reaches 1,999 and the area of sets with a place of their own stays level. What comes later is a hatched wedge, the overflow. A cross in it marks the first failure, at seven and a half minutes."
      caption="One copy of inventory after its start, with an id in the route. Whoever comes after 194 seconds has no place, however important it is."
      wide={{ width: 720, height: 252, drawing: <Plot width={720} hatch="figure-first-come-wide" /> }}
      narrow={{ width: 362, height: 252, drawing: <Plot width={362} hatch="figure-first-come-narrow" /> }}
      words={
        <WordsTable
          label="Sets after the start"
          head={['After', 'Different sets so far', 'With a place', 'In the overflow']}
          rows={[0, fullAt, 300, failure, seconds].map((second) => [
            `${second} s`,
            number(wanted(second)),
            number(Math.min(wanted(second), places)),
            number(Math.max(wanted(second) - places, 0)),
          ])}
        />
      }
    />
  )
}

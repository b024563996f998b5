import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'
import { httpDurationBoundaries } from '@/lib/engine/metrics/aggregation'
import { exponentialIndex, exponentialUpperBound } from '@/lib/engine/metrics/exponential-mapping'

const scale = 3
const value = 2.1
/** The part of the axis that is drawn, in seconds. */
const from = 0.1
const to = 10

const explicit = httpDurationBoundaries.filter((bound) => bound >= from && bound <= to)
const firstIndex = exponentialIndex(from, scale)
const exponential = Array.from({ length: exponentialIndex(to, scale) - firstIndex + 1 }, (_, offset) =>
  exponentialUpperBound(firstIndex + offset, scale),
).filter((bound) => bound >= from && bound <= to)

const short = (seconds: number): string => String(Number(seconds.toFixed(2)))

interface Bucket {
  low: number
  high: number
}

function bucketOf(bounds: readonly number[]): Bucket {
  const high = bounds.find((bound) => value <= bound) ?? to
  const low = bounds.filter((bound) => bound < value).at(-1) ?? from
  return { low, high }
}

const hit = { explicit: bucketOf(explicit), exponential: bucketOf(exponential) }

interface RowProps {
  y: number
  title: string
  bounds: readonly number[]
  bucket: Bucket
  at: (seconds: number) => number
}

function Row({ y, title, bounds, bucket, at }: RowProps) {
  return (
    <g>
      <Label x={at(from)} y={y} text={title} strong />
      <rect x={at(from)} y={y + 10} width={at(to) - at(from)} height={34} className="fill-metric-wash" />
      <rect
        x={at(bucket.low)}
        y={y + 10}
        width={at(bucket.high) - at(bucket.low)}
        height={34}
        className="fill-metric"
      />
      {bounds.map((bound) => (
        <line
          key={bound}
          x1={at(bound)}
          x2={at(bound)}
          y1={y + 10}
          y2={y + 44}
          strokeWidth={1}
          className="stroke-metric"
        />
      ))}
      <Label
        x={at(value)}
        y={y + 62}
        anchor="middle"
        size={12}
        text={`2.1 s is somewhere in ${short(bucket.low)} to ${short(bucket.high)} s`}
      />
    </g>
  )
}

function Buckets({ width }: { width: number }) {
  const at = (seconds: number): number =>
    8 + ((width - 16) * Math.log10(seconds / from)) / Math.log10(to / from)
  return (
    <>
      <Row y={20} title="14 explicit boundaries" bounds={explicit} bucket={hit.explicit} at={at} />
      <Row y={116} title="Exponential, scale 3" bounds={exponential} bucket={hit.exponential} at={at} />
      <line x1={at(from)} x2={at(to)} y1={196} y2={196} className="stroke-line-strong" />
      {[0.1, 0.25, 0.5, 1, 2.5, 5, 10].map((seconds) => (
        <g key={seconds}>
          <line x1={at(seconds)} x2={at(seconds)} y1={196} y2={201} className="stroke-line-strong" />
          <Label
            x={at(seconds)}
            y={216}
            text={`${seconds} s`}
            size={11}
            tone="soft"
            anchor={seconds === from ? 'start' : seconds === to ? 'end' : 'middle'}
          />
        </g>
      ))}
    </>
  )
}

export function HistogramBuckets() {
  return (
    <FigureFrame
      id="figure-buckets"
      title="The bucket of 2.1 seconds, in two histograms"
      description="Two strips from 0.1 to 10 seconds on a logarithmic axis. With the advised explicit boundaries 2.1 seconds lies in a wide bucket from 1 to 2.5. With exponential buckets of scale 3 the strip is cut evenly, and 2.1 seconds lies in a narrow bucket from 2 to 2.18."
      caption="The same value in both. The filled bucket is all that is left of it. The axis is logarithmic: exponential buckets look equally wide on it, because each is wider than the last by the same factor."
      wide={{ width: 720, height: 226, drawing: <Buckets width={720} /> }}
      narrow={{ width: 362, height: 226, drawing: <Buckets width={362} /> }}
      words={
        <WordsTable
          label="The bucket of 2.1 seconds"
          head={['Histogram', 'Boundaries from 0.1 to 10 s', 'From, s', 'To, s']}
          rows={[
            ['Explicit, as advised', explicit.length, short(hit.explicit.low), short(hit.explicit.high)],
            [
              'Exponential, scale 3',
              exponential.length,
              short(hit.exponential.low),
              short(hit.exponential.high),
            ],
          ]}
        />
      }
    />
  )
}

import { useMemo } from 'react'
import type { Grouping, ServiceName } from '@/lib/simulators/incident-drill/cause'
import { watchedMs } from '@/lib/simulators/incident-drill/incident'
import { exemplarsOf, pointMs, redOf } from '@/lib/simulators/incident-drill/red'
import type { IncidentDrillView } from '@/lib/simulators/incident-drill/view'
import { shareWords } from '@/lib/simulators/incident-drill/words'
import { durationWords } from '@/lib/simulators/trace/words'
import { ExemplarRow } from './exemplar-row'
import { LineChart } from './line-chart'

interface Props {
  view: IncidentDrillView
  service: ServiceName
  by: Grouping | null
  onOpen: (trace: number) => void
}

const places = watchedMs / pointMs

/** Rate, errors and duration of one service, whole or parted by an attribute of its instances. */
export function RequestsPanel({ view, service, by, onOpen }: Props) {
  const { evidence, nowMs, incident } = view
  const red = useMemo(() => redOf(evidence, service, by, nowMs), [evidence, service, by, nowMs])
  const exemplars = useMemo(() => exemplarsOf(evidence, service, by, nowMs), [evidence, service, by, nowMs])
  const { release } = incident
  const isReleased = release.service === service && nowMs >= release.atMs
  const shared = { places, mark: isReleased ? release.atMs / pointMs : null }
  const seriesOf = (pick: (point: (typeof red)[number]['points'][number]) => number | null) =>
    red.map(({ name, points }) => ({ name, values: points.map(pick) }))
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-x-6 gap-y-4 @3xl:grid-cols-3">
        <LineChart
          title="Requests a minute"
          series={seriesOf(({ requests }) => requests)}
          words={(value) => `${Math.round(value)}`}
          least={20}
          {...shared}
        />
        <LineChart
          title="Failed"
          series={seriesOf(({ failedShare }) => failedShare)}
          words={shareWords}
          least={0.2}
          {...shared}
        />
        <LineChart
          title="Duration, 95 %"
          series={seriesOf(({ p95Ms }) => p95Ms)}
          words={durationWords}
          least={200}
          {...shared}
        />
      </div>
      {isReleased && (
        <p className="m-0 text-[13px] leading-5 text-soft">The dotted line: {release.version} is released.</p>
      )}
      <ExemplarRow exemplars={exemplars} onOpen={onOpen} />
    </div>
  )
}

import { boxesOf } from '@/lib/simulators/collector-pipeline/find-box'
import type { BoxView, LaneView, PipelineView } from '@/lib/simulators/collector-pipeline/view'
import { Box } from './box'
import { BoxDetail } from './box-detail'
import { FlowArrow } from './flow-arrow'

interface Props {
  view: PipelineView
  playing: boolean
  selected: string | null
  /** Whether the one selected is explained, below its pipeline. */
  explained: boolean
  onSelect: (key: string) => void
}

const signalWords: Readonly<Record<string, string>> = {
  traces: 'border-trace text-trace',
  metrics: 'border-metric text-metric',
  logs: 'border-log text-log',
}

/** The pipelines, one below the other; on a phone each runs downwards. */
export function Lanes({ view, playing, selected, explained, onSelect }: Props) {
  const runs = view.stage === 'running'
  const most = Math.max(1, ...view.lanes.flatMap(boxesOf).map(({ entered }) => entered))
  const flows = playing && runs
  const detail = explained ? detailOf(view, selected) : null
  return (
    <div className="flex flex-col gap-5">
      {view.lanes.map((lane) => {
        const groups = [lane.receivers, ...lane.processors.map((box) => [box]), lane.exporters]
        const colour = signalWords[lane.signal] ?? 'border-profile text-profile'
        return (
          <section key={lane.id} aria-label={`Pipeline ${lane.id}`} className="min-w-0">
            <p className={`m-0 mb-2 border-l-4 pl-2 font-mono text-[14px] leading-5 font-semibold ${colour}`}>
              {lane.id}
            </p>
            <div className="flex flex-col gap-1 @3xl:flex-row @3xl:flex-wrap @3xl:items-center">
              {groups
                .filter((group) => group.length > 0)
                .map((group, index) => (
                  <div
                    key={group.map(({ key }) => key).join(' ')}
                    className="flex min-w-0 flex-col items-stretch gap-1 @3xl:max-w-52 @3xl:min-w-36 @3xl:flex-1 @3xl:flex-row @3xl:items-center"
                  >
                    {index > 0 && <FlowArrow colour={colour} flows={flows} />}
                    <div className="flex min-w-0 flex-1 flex-col gap-2">
                      {group.map((box) => (
                        <Box
                          key={box.key}
                          box={box}
                          lane={lane}
                          most={most}
                          role={roleOf(box, lane, view.lanes)}
                          runs={runs}
                          selected={selected === box.key}
                          onSelect={() => onSelect(box.key)}
                        />
                      ))}
                    </div>
                  </div>
                ))}
            </div>
            {detail?.lane === lane.id && <BoxDetail box={detail.box} />}
          </section>
        )
      })}
      <Apart view={view} />
    </div>
  )
}

function detailOf({ lanes }: PipelineView, key: string | null): { lane: string; box: BoxView } | null {
  for (const lane of lanes) {
    const box = boxesOf(lane).find((each) => each.key === key)
    if (box) return { lane: lane.id, box }
  }
  return null
}

/** For a connector also where it leads, or where it comes from. */
function roleOf(box: BoxView, lane: LaneView, lanes: readonly LaneView[]): string {
  if (box.kind !== 'connector') return box.kind
  const has = (boxes: readonly BoxView[]) => boxes.some(({ key }) => key === box.key)
  const isEnd = has(lane.exporters)
  const others = lanes.filter((each) => has(isEnd ? each.receivers : each.exporters)).map(({ id }) => id)
  if (others.length === 0) return 'connector'
  return `connector ${isEnd ? 'to' : 'from'} ${others.join(', ')}`
}

/** What stands outside every pipeline. */
function Apart({ view }: { view: PipelineView }) {
  if (view.unused.length === 0 && view.extensions.length === 0) return null
  return (
    <dl className="m-0 grid gap-x-6 gap-y-1 text-[14px] leading-5 text-soft @3xl:grid-cols-[auto_1fr]">
      {view.unused.length > 0 && (
        <>
          <dt className="font-semibold">Defined, not started</dt>
          <dd className="m-0 min-w-0 font-mono break-words">
            {view.unused.map(({ kind, id }) => `${id} (${kind})`).join(', ')}
          </dd>
        </>
      )}
      {view.extensions.length > 0 && (
        <>
          <dt className="font-semibold">Extensions, beside the pipelines</dt>
          <dd className="m-0 min-w-0 font-mono break-words">{view.extensions.join(', ')}</dd>
        </>
      )}
    </dl>
  )
}

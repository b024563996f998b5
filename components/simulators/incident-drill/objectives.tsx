import { cn } from '@/components/ui/cn'
import { askedEveryMs } from '@/lib/simulators/incident-drill/alert'
import { watchedMs } from '@/lib/simulators/incident-drill/incident'
import { objectiveWords } from '@/lib/simulators/incident-drill/sentence'
import type { IncidentDrillView } from '@/lib/simulators/incident-drill/view'
import { clockWords, shareWords } from '@/lib/simulators/incident-drill/words'

/** What the system has promised, and whether it holds: the alert’s own dashboard, and what was changed. */
export function Objectives({ view }: { view: IncidentDrillView }) {
  const { objectives, alert, nowMs, incident } = view
  const { release } = incident
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label="Objectives" className="m-0 grid list-none grid-cols-2 gap-2 p-0 @3xl:grid-cols-5">
        {objectives.map(({ rule, shares }) => {
          const fired = alert?.rule === rule
          return (
            <li
              key={`${rule.objective} ${rule.of}`}
              className={cn(
                'm-0 flex min-w-0 flex-col gap-1 rounded border p-2 text-[13px] leading-5',
                fired ? 'border-error bg-error-wash' : 'border-line',
              )}
            >
              <span className="min-w-0 flex-1 break-words">{objectiveWords(rule)}</span>
              <Spark shares={shares} from={rule.from} />
              <span className={cn('tabular-nums', fired ? 'font-semibold text-error' : 'text-soft')}>
                {shares.length === 0 ? 'nothing yet' : shareWords(shares.at(-1) ?? 0)}
                {fired && ` × fired ${clockWords(alert.atMs)}`}
                {!fired && `, allowed ${shareWords(rule.from)}`}
              </span>
            </li>
          )
        })}
      </ul>
      <p className="m-0 text-[14px] leading-5 text-soft tabular-nums">
        {clockWords(nowMs)} of {clockWords(watchedMs)}.{' '}
        {nowMs >= release.atMs
          ? `Changes: at ${clockWords(release.atMs)} ${release.service} ${release.version} went to half of its instances.`
          : 'Changes: none so far.'}
      </p>
    </div>
  )
}

const width = 120
const height = 28

function Spark({ shares, from }: { shares: readonly (number | null)[]; from: number }) {
  const step = width / (watchedMs / askedEveryMs)
  const y = (share: number) => height - 2 - Math.min(share, 1) * (height - 4)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="block h-auto w-full bg-sunken">
      <line
        x1={0}
        x2={width}
        y1={y(from)}
        y2={y(from)}
        strokeDasharray="3 3"
        className="stroke-line-strong"
      />
      {shares.map((share, at) =>
        share === null ? null : (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time
            key={at}
            x={at * step + 0.5}
            width={step - 1}
            y={y(share)}
            height={height - 1 - y(share)}
            className={share >= from ? 'fill-error' : 'fill-metric'}
          />
        ),
      )}
    </svg>
  )
}

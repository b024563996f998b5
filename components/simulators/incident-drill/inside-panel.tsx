import { useMemo } from 'react'
import type { Grouping, ServiceName } from '@/lib/simulators/incident-drill/cause'
import type { Evidence } from '@/lib/simulators/incident-drill/evidence'
import { groupsOf, type Measures, measure } from '@/lib/simulators/incident-drill/measures'
import { shareWords } from '@/lib/simulators/incident-drill/words'
import { durationWords } from '@/lib/simulators/trace/words'

interface Props {
  evidence: Evidence
  nowMs: number
  service: ServiceName
  by: Grouping | null
}

/** The stretches that are compared, in ms. */
const earlyMs = 180_000
const lateMs = 120_000

const cell = 'border-b border-line py-1.5 pl-4 text-right align-top first:pl-0'

/** What a service measures of its own work: queries, waits, retries, cache and queue, early in the run and lately. */
export function InsidePanel({ evidence, nowMs, service, by }: Props) {
  const columns = useMemo(() => columnsOf(evidence, nowMs, service, by), [evidence, nowMs, service, by])
  const rows = rowsOf(columns.map(({ measures }) => measures))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll-region overflow-x-auto" aria-label={`Inside ${service}`} tabIndex={0}>
      <table className="w-full border-collapse text-[14px] leading-5 tabular-nums">
        <caption className="sr-only">What {service} measures of its own work</caption>
        <thead>
          <tr>
            <td className="border-b border-line" />
            {columns.map(({ name }) => (
              <th key={name} scope="col" className={`${cell} font-semibold`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row" className={`${cell} min-w-40 text-left font-normal text-soft`}>
                {name}
              </th>
              {values.map((value, at) => (
                <td key={columns[at]!.name} className={cell}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface Column {
  name: string
  measures: Measures
}

function columnsOf(evidence: Evidence, nowMs: number, service: ServiceName, by: Grouping | null): Column[] {
  const late = { fromMs: Math.max(0, nowMs - lateMs), toMs: nowMs }
  const early = {
    name: 'First three minutes',
    measures: measure(evidence, service, { fromMs: 0, toMs: Math.min(earlyMs, nowMs) }),
  }
  if (by === null) return [early, { name: 'Last two minutes', measures: measure(evidence, service, late) }]
  const groups = groupsOf(evidence, service, by, late.fromMs, nowMs)
  return [
    early,
    ...groups.map((value) => ({
      name: value,
      measures: measure(evidence, service, { ...late, group: { key: by, value } }),
    })),
  ]
}

/** The measures that mean anything for this service, each with its value by column. */
function rowsOf(all: readonly Measures[]): { name: string; values: string[] }[] {
  const queries = [...new Set(all.flatMap((each) => [...each.queries.keys()]))].sort()
  const rows: [string, (measures: Measures) => number | null | undefined, (value: number) => string][] = [
    ['Queries for each request', (each) => each.queriesPerRequest, (value) => value.toFixed(1)],
    ...queries.map((name): (typeof rows)[number] => [
      `${name}, median`,
      (each) => each.queries.get(name)?.medianMs,
      durationWords,
    ]),
    ['Wait for a connection, 95 %', (each) => each.waitP95Ms, durationWords],
    ['Looks into the cache that miss', (each) => each.missesPerLookup, shareWords],
    ['Requests that are further tries', (each) => each.retriedShare, shareWords],
    ['Age of a message when taken, 95 %', (each) => each.ageP95Ms, durationWords],
  ]
  return rows
    .filter(([, pick]) => all.some((each) => (pick(each) ?? null) !== null))
    .map(([name, pick, words]) => ({
      name,
      values: all.map((each) => {
        const value = pick(each) ?? null
        return value === null ? '–' : words(value)
      }),
    }))
}

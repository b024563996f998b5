import { describe, expect, test } from 'vitest'
import { cacheMinutes, emptied, ifItFilled, missesAfter, plants } from '@/components/figures/cache-drill'
import { alertRules, firstAlert, rowsOf, slowFromMs } from '@/lib/simulators/incident-drill/alert'
import {
  causes,
  causeWords,
  type Grouping,
  type ServiceName,
  shownBy,
} from '@/lib/simulators/incident-drill/cause'
import { createEvidence } from '@/lib/simulators/incident-drill/evidence'
import { stageIncident, watchedMs } from '@/lib/simulators/incident-drill/incident'
import { groupsOf, type Measures, measure } from '@/lib/simulators/incident-drill/measures'
import { exemplarsOf } from '@/lib/simulators/incident-drill/red'
import { changedServices } from '@/lib/simulators/incident-drill/signature'
import { clockWords } from '@/lib/simulators/incident-drill/words'
import { durationWords } from '@/lib/simulators/trace/words'
import { readTable } from './support/lesson-table'
import { lessons } from './support/library'

const { lesson } = lessons.find((files) => files.slug === 'incident-drills')!
const says = (text: string): void => expect(lesson).toContain(text)
const percent = (share: number): string => `${Math.round(share * 100)} %`

/** What the lesson embeds, run to its end. */
const seed = Number(/<IncidentDrillSimulator preset="surprise" state=\{\{ seed: (\d+) \}\}/.exec(lesson)![1])
const incident = stageIncident({ seed, drill: 0 })
const evidence = createEvidence(incident, seed)
evidence.runTo(watchedMs)

const settled = { fromMs: incident.onsetMs + 15_000, toMs: watchedMs }
const after = measure(evidence, 'catalogue', settled, slowFromMs)
const misses = ({ missesPerLookup, requests }: Measures): number => Math.round(missesPerLookup! * requests)

const tableUnder = (header: string) => readTable(lesson, header, '`')

describe('the second incident is the drill that the lesson embeds', () => {
  test('its cause is a cold cache, and nothing parts the instances', () => {
    expect([incident.cause, incident.service, incident.shownBy]).toEqual(['cold-cache', 'catalogue', null])
    expect(changedServices(evidence, incident.onsetMs)).toEqual(['web', 'catalogue'])
  })

  test('it is not the one that the lesson leaves to the reader', () => {
    const drill = Number(/<IncidentDrillSimulator preset="drill-(\d)" \/>/.exec(lesson)![1])
    expect(stageIncident({ seed: 7, drill }).cause).not.toBe(incident.cause)
  })

  test('the alert: 7 of 30 at 5:00, 30 of 43 at 5:30, and 39 in a full minute', () => {
    const alert = firstAlert(evidence)!
    const asked = (atMs: number) => {
      const rows = rowsOf(evidence, alert.rule).filter((row) => {
        const endMs = evidence.batch.end[row]!
        return endMs >= atMs - 60_000 && endMs < atMs
      })
      return { bad: rows.filter((row) => alert.rule.isBad(evidence, row)).length, all: rows.length }
    }
    const [first, fired, full] = [300_000, 330_000, 360_000].map(asked)
    expect(alertRules.indexOf(alert.rule)).toBeGreaterThanOrEqual(0)
    says(`It fires at ${clockWords(alert.atMs)}: ${fired!.bad} of ${fired!.all} product pages`)
    says(`for the first time, with ${first!.bad} of ${first!.all}`)
    says(`about ${full!.bad} slow ones`)
    expect(Math.round((first!.bad / full!.bad) * 60)).toBe(11)
    says('seven are what eleven seconds bring')
    expect([incident.onsetMs > 285_000, incident.onsetMs < 290_000]).toEqual([true, true])
  })

  test('the services, as the table of the drill has them', () => {
    for (const [name, perMinute, was, is] of tableUnder('Service | Requests a minute, now')) {
      const service = name as ServiceName
      const early = measure(evidence, service, { fromMs: 0, toMs: 180_000 })
      const late = measure(evidence, service, { fromMs: watchedMs - 120_000, toMs: watchedMs })
      expect([perMinute, was, is], service).toEqual([
        String(Math.round(late.requests / 2)),
        durationWords(early.p95Ms!),
        durationWords(late.p95Ms!),
      ])
    }
  })

  test('what came first: a release that no product page calls, and a service that had recovered', () => {
    says(
      `\`${incident.release.service}\` ${incident.release.version}, released at ${clockWords(incident.release.atMs)}`,
    )
    const slow = incident.faults.find(({ kind, fromMs }) => kind === 'slow-dependency' && fromMs < 200_000)!
    says(`slow from ${clockWords(slow.fromMs)} to ${clockWords(slow.toMs)}`)
  })

  test('parted by version, zone and instance, all are slow', () => {
    const shares = (key: Grouping) =>
      groupsOf(evidence, 'catalogue', key, settled.fromMs, settled.toMs).map((value) => ({
        value,
        share: percent(
          measure(evidence, 'catalogue', { ...settled, group: { key, value } }, slowFromMs).overShare,
        ),
      }))
    expect(shares('service.version').map(({ value }) => value)).toEqual(['4.7.1'])
    const [a, b] = shares('cloud.availability_zone')
    says(`${a!.share} in ${a!.value}, ${b!.share} in ${b!.value}`)
    const each = shares('service.instance.id').map(({ share }) => share)
    says(`${each.slice(0, -1).join(', ')} and ${each.at(-1)}`)
  })
})

describe('its traces', () => {
  const ids = [...lesson.matchAll(/(?:Fast|Slow), `([0-9a-f]{8})…`/g)].map((match) => match[1]!)
  const [fast, slow] = ids.map((id) => {
    const exemplars = exemplarsOf(evidence, 'catalogue', null, watchedMs)
    const found = exemplars.find(({ trace }) => evidence.open(trace).traceId.startsWith(id))
    return evidence.open(found!.trace)
  })

  test('the two are among the exemplars, and their parts add up', () => {
    const rows = tableUnder('| Fast, `9fb7db95…`').map((row) => row.slice(1).map(Number.parseFloat))
    const parts = [fast!, slow!].map((trace) => {
      const ms = (name: string) => trace.rows.find(({ span }) => span.name === name)?.pathMs ?? 0
      const cache = trace.rows.find(({ span }) => span.attributes['db.system.name'] === 'redis')!.pathMs
      const [products, prices] = [ms('SELECT products'), ms('SELECT prices')]
      return [trace.rootMs, cache, products, prices, trace.rootMs - cache - products - prices]
    })
    for (const [at, row] of rows.entries()) {
      expect(row[0]).toBeCloseTo(parts[0]![at]!, 1)
      expect(row[1]).toBeCloseTo(parts[1]![at]!, 1)
    }
  })

  test('every difference is that of its row', () => {
    for (const cells of tableUnder('| Fast, `9fb7db95…`')) {
      const [was, is, difference] = cells.slice(1).map((cell) => Number.parseFloat(cell.replace('−', '-')))
      expect(is! - was!).toBeCloseTo(difference!, 5)
    }
  })
})

describe('its cache', () => {
  test('the figure has what the drill has, minute by minute', () => {
    const minutes = cacheMinutes.map((_, minute) => {
      const found = measure(evidence, 'catalogue', { fromMs: minute * 60_000, toMs: (minute + 1) * 60_000 })
      return { looks: found.requests, misses: misses(found) }
    })
    expect(minutes).toEqual(cacheMinutes)
    const since = measure(evidence, 'catalogue', { fromMs: incident.onsetMs, toMs: 300_000 })
    expect([emptied.minute, emptied.looksAfter]).toEqual([4, since.requests])
  })

  test('in the last two minutes 65 of 72 looks missed, and none in the first three', () => {
    const late = measure(evidence, 'catalogue', { fromMs: watchedMs - 120_000, toMs: watchedMs })
    says(`in the last two ${misses(late)} of ${late.requests} did`)
    expect(measure(evidence, 'catalogue', { fromMs: 0, toMs: 180_000 }).missesPerLookup).toBe(0)
  })

  test('it would miss half as often if it kept what it is given', () => {
    says(`By minute 9 an emptied cache would miss ${percent(ifItFilled[9]!)} of the time`)
    says(`This one still misses ${percent(cacheMinutes[9].misses / cacheMinutes[9].looks)}`)
    says(`${misses(after)} of ${after.requests} missed`)
    expect(Math.round(plants * (1 - misses(after) / after.requests))).toBe(21)
  })

  test('it fills by a curve, and the alert ends after 13 minutes', () => {
    const shares = [1, 5, 10].map((minutes) => percent(missesAfter(36 * minutes)))
    says(`${shares[0]} misses after one minute, ${shares[1]} after five, ${shares[2]} after ten`)
    const slowOnes = Math.round(after.overShare * after.requests)
    says(`${slowOnes} of ${misses(after)} misses took longer than 400 ms`)
    const below = 0.12 / (slowOnes / misses(after))
    says(`when the misses are below ${(below * 100).toFixed(1)} %`)
    const looks = Math.log(below) / Math.log(1 - 1 / plants)
    expect(Math.round(looks / 10) * 10).toBe(480)
    expect(Math.round(looks / 36)).toBe(13)
    says('That takes 480 looks, or 13 minutes')
    const eachMs = after.queries.get('SELECT products')!.medianMs
    says(`${plants} plants at ${(eachMs / 1000).toFixed(2)} s each`)
    says(`are ${Math.round((plants * Math.round(eachMs / 10)) / 100)} seconds`)
  })
})

test('the nine kinds are those of the drills, each parted by what parts it there', () => {
  const rows = tableUnder('Kind')
  expect(rows.map(([kind, by]) => [kind, by])).toEqual(
    causes.map((cause) => [causeWords[cause], shownBy[cause] ?? 'nothing']),
  )
  expect(rows.filter(([, by]) => by === 'nothing')).toHaveLength(5)
  expect(rows.filter(([, , , logs]) => logs === 'silent')).toHaveLength(5)
  says('Of the nine causes in the drills, five leave no error behind')
})

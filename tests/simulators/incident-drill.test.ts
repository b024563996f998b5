import { describe, expect, test } from 'vitest'
import { incidentDrill } from '@/lib/simulators/incident-drill'
import { alertRules, badShares, firstAlert } from '@/lib/simulators/incident-drill/alert'
import { causes, causeWords, groupings, serviceNames } from '@/lib/simulators/incident-drill/cause'
import { debriefOf, hintsOf, servicesOf } from '@/lib/simulators/incident-drill/debrief'
import { createEvidence, type Evidence } from '@/lib/simulators/incident-drill/evidence'
import { type Incident, stageIncident, watchedMs } from '@/lib/simulators/incident-drill/incident'
import { lookNote } from '@/lib/simulators/incident-drill/look'
import { incidentDrillParams } from '@/lib/simulators/incident-drill/params'
import { exemplarsOf, logLinesOf, redOf } from '@/lib/simulators/incident-drill/red'
import { drillSentence } from '@/lib/simulators/incident-drill/sentence'
import { changedServices, findSigns } from '@/lib/simulators/incident-drill/signature'
import { judge } from '@/lib/simulators/incident-drill/verdict'

const seeds = Array.from({ length: 12 }, (_, at) => at * 37 + 1)
const drills = causes.map((cause, at) => ({ cause, drill: at + 1 }))

function evidenceOf(incident: Incident, seed: number): Evidence {
  const evidence = createEvidence(incident, seed)
  evidence.runTo(watchedMs)
  return evidence
}

function finish(seed: number, drill: number) {
  const run = incidentDrill.start({ seed, drill })
  run.advance(incidentDrill.lastsMs)
  return run.view()
}

describe('whatever the seed', () => {
  test.each(drills)('$cause leaves its own mark, where it is, and no other cause’s', ({ cause, drill }) => {
    for (const seed of seeds) {
      const incident = stageIncident({ seed, drill })
      expect(findSigns(evidenceOf(incident, seed), incident.onsetMs), `seed ${seed}`).toEqual([
        { cause, service: incident.service, value: incident.shownBy?.value ?? '' },
      ])
    }
  })

  test.each(drills)('$cause makes an alert fire, and not before it begins', ({ drill }) => {
    for (const seed of seeds) {
      const incident = stageIncident({ seed, drill })
      const alert = firstAlert(evidenceOf(incident, seed))
      expect(alert, `seed ${seed}`).not.toBeNull()
      expect(alert!.atMs).toBeGreaterThan(incident.onsetMs)
      expect(alert!.badShare).toBeGreaterThanOrEqual(alert!.rule.from)
    }
  })

  test('shows in the service of the cause, and else only in those that wait for it', () => {
    const callers: Record<string, string[]> = {
      catalogue: ['web'],
      checkout: ['web'],
      inventory: ['checkout', 'web'],
      payment: ['checkout', 'web'],
      mailer: [],
    }
    for (const { drill } of drills) {
      for (const seed of seeds) {
        const incident = stageIncident({ seed, drill })
        const changed = changedServices(evidenceOf(incident, seed), incident.onsetMs)
        expect(changed).toContain(incident.service)
        for (const service of changed)
          expect([incident.service, ...callers[incident.service]!]).toContain(service)
      }
    }
  })

  test('has a service, an instance and a release that differ from seed to seed', () => {
    const staged = Array.from({ length: 60 }, (_, seed) => stageIncident({ seed, drill: 0 }))
    expect(new Set(staged.map(({ cause }) => cause)).size).toBe(causes.length)
    expect(new Set(staged.map(({ service }) => service)).size).toBeGreaterThan(3)
    expect(new Set(staged.map(({ onsetMs }) => onsetMs)).size).toBeGreaterThan(20)
  })
})

test('without a fault no mark is left and no alert fires', () => {
  for (const seed of seeds) {
    const incident = { ...stageIncident({ seed, drill: 1 }), faults: [] }
    const evidence = evidenceOf(incident, seed)
    expect(findSigns(evidence, incident.onsetMs)).toEqual([])
    expect(firstAlert(evidence)).toBeNull()
  }
})

test('the same seed gives the same incident and the same evidence', () => {
  const [one, other] = [finish(5, 0), finish(5, 0)]
  expect(one.incident).toEqual(other.incident)
  expect(one.alert?.atMs).toBe(other.alert?.atMs)
  const bytes = ({ batch }: Evidence) => [
    batch.end.slice(0, batch.spanCount),
    batch.status.slice(0, batch.spanCount),
  ]
  expect(bytes(one.evidence)).toEqual(bytes(other.evidence))
})

test('a run in small steps comes to what a run in one comes to', () => {
  const run = incidentDrill.start({ seed: 8, drill: 4 })
  for (let step = 0; step < 1000; step += 1) run.advance(incidentDrill.lastsMs / 1000)
  const [stepped, whole] = [run.view(), finish(8, 4)]
  expect(stepped.nowMs).toBe(whole.nowMs)
  expect(stepped.alert?.atMs).toBe(whole.alert?.atMs)
  expect(findSigns(stepped.evidence, stepped.incident.onsetMs)).toEqual(
    findSigns(whole.evidence, whole.incident.onsetMs),
  )
})

test('what has been seen of a minute stays as it is while the system runs on', () => {
  const run = incidentDrill.start({ seed: 3, drill: 1 })
  run.advance(6000)
  const { nowMs, evidence } = run.view()
  const seen = () => [
    redOf(evidence, 'payment', 'service.instance.id', nowMs),
    alertRules.map((rule) => badShares(evidence, rule, nowMs)),
    logLinesOf(evidence, 'payment', nowMs).map(({ body, early, late }) => ({ body, early, late })),
  ]
  const before = seen()
  run.advance(4000)
  expect(seen()).toEqual(before)
})

describe('a preset', () => {
  test.each(incidentDrill.presets)(
    '$id keeps to the schema, and one answer holds',
    ({ params, prediction }) => {
      expect(incidentDrillParams.safeParse(params)).toEqual({ success: true, data: params })
      for (const seed of [params.seed, 1, 2, 3]) {
        const view = finish(seed, params.drill)
        expect(prediction.options.filter((option) => option.holds(view))).toHaveLength(1)
      }
    },
  )

  test('does not give its cause away', () => {
    for (const { id, title } of incidentDrill.presets)
      for (const cause of causes) expect(`${id} ${title}`).not.toContain(cause)
  })

  test('says that nothing has happened, then what fired', () => {
    const run = incidentDrill.start({ seed: 7, drill: 2 })
    expect(drillSentence(run.view(), false)).toBe('The system is about to run.')
    run.advance(2000)
    expect(drillSentence(run.view(), false)).toContain('All objectives hold')
    run.advance(8000)
    expect(drillSentence(run.view(), true)).toMatch(/^Alert at \d:\d\d: .*name the cause\.$/)
  })
})

describe('a diagnosis', () => {
  test.each(drills)('of $cause is right only as a whole', ({ drill }) => {
    const { incident, evidence } = finish(11, drill)
    const right = {
      service: incident.service,
      cause: incident.cause,
      shownBy: incident.shownBy?.key ?? null,
    }
    expect(judge(right, incident, evidence)).toMatchObject({ right: true, reasons: [] })
    for (const cause of causes.filter((other) => other !== incident.cause)) {
      const verdict = judge({ ...right, cause }, incident, evidence)
      expect(verdict).toMatchObject({ right: false, service: true, cause: false })
      expect(verdict.reasons.join(' ')).toContain(causeWords[cause])
    }
    for (const service of serviceNames.filter((other) => other !== incident.service)) {
      const verdict = judge({ ...right, service }, incident, evidence)
      expect(verdict).toMatchObject({ right: false, service: false, cause: true })
      expect(verdict.reasons[0]).toBe(`It does not begin in ${service}.`)
    }
    for (const shownBy of [null, ...groupings].filter((other) => other !== right.shownBy))
      expect(judge({ ...right, shownBy }, incident, evidence)).toMatchObject({ right: false, shownBy: false })
  })
})

describe('the debrief', () => {
  test.each(drills)(
    'of $cause leads from the alert to the cause, into evidence that is there',
    ({ drill }) => {
      for (const seed of seeds.slice(0, 4)) {
        const { incident, evidence, alert } = finish(seed, drill)
        const { steps, decoys } = debriefOf(incident, evidence, alert!)
        const texts = steps.map(({ text }) => text)
        expect(texts[0]).toMatch(/^Alert at /)
        expect(texts.some((text) => text.startsWith(`${incident.service} changed`))).toBe(true)
        expect(decoys.length).toBeGreaterThan(0)
        for (const { look, text } of [...steps, ...decoys]) {
          expect(text).not.toMatch(/undefined|null|NaN/)
          if (look?.kind === 'trace') expect(servicesOf(evidence, look.trace)).toContain(incident.service)
        }
        if (incident.shownBy !== null) expect(texts.join(' ')).toContain(incident.shownBy.value)
      }
    },
  )

  test('calls a release a decoy only where it is none of the cause', () => {
    for (const { cause, drill } of drills) {
      const { incident, evidence, alert } = finish(2, drill)
      const { decoys } = debriefOf(incident, evidence, alert!)
      const isCause = cause === 'bad-version' || cause === 'n-plus-one'
      expect(incident.release.service === incident.service).toBe(isCause)
      expect(decoys.some(({ text }) => text.includes('was released'))).toBe(!isCause)
    }
  })

  test('hints say more one after the other, and the service only from the second on', () => {
    for (const { drill } of drills) {
      const { incident, evidence } = finish(4, drill)
      const hints = hintsOf(incident, evidence)
      expect(hints[0]).not.toContain(incident.service)
      expect(hints[1]).toContain(incident.service)
      if (incident.shownBy !== null) expect(hints[2]).toContain(incident.shownBy.key)
    }
  })

  test('says of each look what it told', () => {
    const { incident, evidence } = finish(7, 2)
    const changed = changedServices(evidence, incident.onsetMs)
    const note = (look: Parameters<typeof lookNote>[0]) => lookNote(look, incident, changed, [])
    expect(note({ kind: 'requests', service: 'web', by: null })).toContain('symptom')
    expect(note({ kind: 'requests', service: incident.service, by: 'service.version' })).toContain(
      incident.shownBy!.value,
    )
    expect(note({ kind: 'inside', service: 'recommend', by: null })).toContain('decoy')
    expect(note({ kind: 'trace', trace: 0 })).toContain('never came to')
  })
})

test('exemplars lead to requests of the service, the failed and the slow first', () => {
  const { incident, evidence } = finish(7, 2)
  const exemplars = exemplarsOf(evidence, incident.service, 'service.version', watchedMs)
  expect(exemplars.length).toBeGreaterThan(2)
  expect(exemplars[0]).toMatchObject({ failed: true, group: incident.shownBy!.value })
  for (const { trace } of exemplars) expect(servicesOf(evidence, trace)).toContain(incident.service)
})

test('a released instance is another one from its release on, in spans as in dashboards', () => {
  const { incident, evidence } = finish(7, 2)
  const { release } = incident
  const { batch } = evidence
  for (const row of evidence.entries[release.service]) {
    const isNew = evidence.resourceOf(row)['service.version'] === release.version
    if (batch.start[row]! < release.atMs) expect(isNew).toBe(false)
  }
  const [old, young] = redOf(evidence, release.service, 'service.version', watchedMs)
  expect([old!.name, young!.name]).toEqual(['4.7.1', release.version])
  expect(young!.points[0]!.requests).toBe(0)
  expect(young!.points.at(-1)!.requests).toBeGreaterThan(0)
})

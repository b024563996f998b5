import { useState } from 'react'
import type { ServiceName } from '@/lib/simulators/incident-drill/cause'
import { servicesOf } from '@/lib/simulators/incident-drill/debrief'
import { type Look, lookKey } from '@/lib/simulators/incident-drill/look'
import { type Diagnosis, judge, type Verdict } from '@/lib/simulators/incident-drill/verdict'
import type { IncidentDrillView } from '@/lib/simulators/incident-drill/view'

/** What the learner has before them, and what they have done so far. */
export interface Desk {
  readonly look: Look
  /** Each look once, in the order in which it was first made. */
  readonly looks: readonly Look[]
  readonly hints: number
  readonly diagnosis: Diagnosis
  readonly verdict: Verdict | null
  readonly tries: number
  /** The way was asked for, or the cause was named. */
  readonly isTold: boolean
}

const first: Look = { kind: 'requests', service: 'web', by: null }
const fresh: Desk = {
  look: first,
  looks: [first],
  hints: 0,
  diagnosis: { service: 'web', cause: 'slow-query', shownBy: null },
  verdict: null,
  tries: 0,
  isTold: false,
}

/** The learner's desk for one incident: another one begins with a clear desk. */
export function useDesk(view: IncidentDrillView) {
  const [kept, setKept] = useState<{ of: IncidentDrillView['evidence']; desk: Desk }>({
    of: view.evidence,
    desk: fresh,
  })
  const desk = kept.of === view.evidence ? kept.desk : fresh
  const change = (changes: Partial<Desk>) => setKept({ of: view.evidence, desk: { ...desk, ...changes } })
  return {
    desk,
    /** The service that is being looked at; for a trace, the one looked at before. */
    service: serviceOf(desk),
    look(look: Look) {
      const isNew = !desk.looks.some((known) => lookKey(known) === lookKey(look))
      change({ look, looks: isNew ? [...desk.looks, look] : desk.looks })
    },
    hint: () => change({ hints: desk.hints + 1 }),
    choose: (changes: Partial<Diagnosis>) =>
      change({ diagnosis: { ...desk.diagnosis, ...changes }, verdict: null }),
    name() {
      const verdict = judge(desk.diagnosis, view.incident, view.evidence)
      change({ verdict, tries: desk.tries + 1, isTold: desk.isTold || verdict.right })
    },
    tell: () => change({ isTold: true }),
    servicesOf: (look: Look) => (look.kind === 'trace' ? servicesOf(view.evidence, look.trace) : []),
  }
}

function serviceOf({ look, looks }: Desk): ServiceName {
  if (look.kind !== 'trace') return look.service
  const before = looks.findLast((each) => each.kind !== 'trace')
  return before?.service ?? 'web'
}

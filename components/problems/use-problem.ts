import { useCallback, useEffect, useMemo, useReducer, useState } from 'react'
import type { CardFace } from '@/lib/content/card-face'
import type { Generator } from '@/lib/problems/generator'
import type { Given, Verdict } from '@/lib/problems/judge'
import type { Problem } from '@/lib/problems/problem'

type Kit = typeof import('./problem-kit')
type Ready = { kit: Kit; generator: Generator }
type Asked = NonNullable<CardFace['generated']>

/** One showing of a generated card: which problem, and how far the learner is with it. */
interface Showing {
  seed: number
  given: Given
  isChecked: boolean
  /** The problem came in place of one that was answered wrongly by a slip. */
  isSecond: boolean
}

/** A generated card as it is being asked. */
export interface AskedProblem {
  /** The view, once its code is here. */
  View: Kit['ProblemView'] | null
  problem: Problem | null
  /** The seed of the problem on the screen; it goes with the grade. */
  seed: number | null
  given: Given
  canCheck: boolean
  /** Null until the answer is checked. */
  verdict: Verdict | null
  hasFailed: boolean
  /** Set where the seed asked for was drawn for another version of its kind, and the problem is null. */
  otherVersion: { seedVersion: number; version: number } | null
  give(given: Given): void
  check(): void
  /** Null unless a wrong answer may still be called a slip: once in each showing, and not where nothing was answered. */
  slip: (() => void) | null
  retry(): void
}

const blank: Given = { text: '', picked: [] }
const loading = new Map<string, Promise<Ready>>()
/** What has come, for a card whose turn it is to be shown at once. */
const loaded = new Map<string, Ready>()

function load(problem: Asked['problem']): Promise<Ready> {
  const begun = loading.get(problem)
  if (begun) return begun
  const coming = import('./problem-kit').then(async (kit) => {
    const ready = { kit, generator: (await kit.loadGenerator(problem)) as Generator }
    loaded.set(problem, ready)
    return ready
  })
  loading.set(problem, coming)
  // What could not be fetched is tried again at the next asking.
  coming.catch(() => loading.delete(problem))
  return coming
}

/** Fetches what the cards will need, so that a network that goes away later takes no question with it. */
export function preloadProblems(faces: readonly CardFace[]): void {
  for (const { generated } of faces) if (generated) load(generated.problem).catch(() => {})
}

/**
 * Asks a generated card. Each showing draws a problem of its own and keeps it: `showing` names it, and one that comes
 * back by an undo is as it was.
 *
 * @param asked null while there is nothing to ask, or it is not yet near.
 * @param options `sitting`: showings of another one are forgotten; `seed`: a problem to be shown instead of a new one.
 */
export function useProblem(
  asked: Asked | null,
  showing: string,
  { sitting = null, seed: wanted = null }: { sitting?: unknown; seed?: number | null } = {},
): AskedProblem {
  const [, wake] = useReducer((times: number) => times + 1, 0)
  const [failed, setFailed] = useState<string | null>(null)
  const [showings, setShowings] = useState<{ sitting: unknown; all: ReadonlyMap<string, Showing> }>({
    sitting,
    all: new Map(),
  })
  const name = asked?.problem ?? null
  const hasFailed = failed !== null && failed === name

  useEffect(() => {
    if (name === null || hasFailed || loaded.has(name)) return
    let isGone = false
    load(name).then(
      () => isGone || wake(),
      () => isGone || setFailed(name),
    )
    return () => {
      isGone = true
    }
  }, [name, hasFailed])

  const { kit, generator } = loaded.get(name ?? '') ?? { kit: null, generator: null }
  const kept = showings.sitting === sitting ? showings.all.get(showing) : undefined
  const change = useCallback(
    (next: Showing) =>
      setShowings((before) => ({
        sitting,
        all: new Map(before.sitting === sitting ? before.all : []).set(showing, next),
      })),
    [sitting, showing],
  )
  const draw = useCallback(
    (isSecond: boolean) => {
      if (!kit || !generator) return
      const [chance = 0] = crypto.getRandomValues(new Uint32Array(1))
      const drawn = kit.makeSeed(kit.catalogue[generator.name].version, chance)
      change({ seed: isSecond ? drawn : (wanted ?? drawn), given: blank, isChecked: false, isSecond })
    },
    [kit, generator, change, wanted],
  )
  useEffect(() => {
    if (!kept) draw(false)
  }, [kept, draw])

  const seed = kept?.seed ?? null
  const made = useMemo(
    () => (kit && generator && seed !== null && asked ? kit.generate(generator, seed, asked.params) : null),
    [kit, generator, seed, asked],
  )
  const problem = made?.ok ? made.problem : null
  const given = kept?.given ?? blank
  const verdict = kit && problem && kept?.isChecked ? kit.judge(problem.asks, given) : null
  const hasAnswered = given.text !== '' || given.picked.length > 0
  const maySlip = verdict?.isRight === false && hasAnswered && kept?.isSecond === false
  return {
    View: kit?.ProblemView ?? null,
    problem,
    seed,
    given,
    canCheck: kit !== null && problem !== null && kit.canBeJudged(problem.asks, given),
    verdict,
    hasFailed,
    otherVersion: made && !made.ok ? made : null,
    give: (next) => kept && !kept.isChecked && change({ ...kept, given: next }),
    check: () => kept && problem && change({ ...kept, isChecked: true }),
    slip: maySlip ? () => draw(true) : null,
    retry: () => setFailed(null),
  }
}

import type { Random } from '../../engine/random'
import { pathOfBars } from '../bar-path'
import { drawOne, drawSome, drawUnless, drawUntil, drawWhole } from '../draw'
import type { Generator } from '../generator'
import type { Bar } from '../problem'
import { moments } from '../simulator-moments'

const calls = ['prices', 'stock', 'address', 'discount', 'payment', 'tax', 'delivery'] as const
const inner = ['SELECT', 'wait for connection', 'POST'] as const

interface Drawn {
  readonly trace: readonly Bar[]
  /** Milliseconds on the path of each span, the longest first. */
  readonly own: readonly { readonly bar: Bar; readonly ms: number }[]
}

/** How long the request waited for one span, or for which it waited longest, in a small drawn trace. */
export const criticalPathProblem: Generator<'critical-path'> = {
  name: 'critical-path',
  make(random, params) {
    const ask = drawUnless(random, params.ask, ['duration', 'span'] as const)
    const { trace, own } = drawUntil(() => drawTrace(random), isClear)
    const steps = explainPath(trace)
    const simulator = {
      name: 'trace-explorer',
      params: { trace: trace.map(writeBar).join('\n') },
      atMs: moments.path,
    } as const
    const picture = 'The request waits at the root for what is drawn below it. Times are in milliseconds.'
    if (ask === 'span') {
      return {
        question: `${picture}\n\nFor which span’s own work does the request wait longest?`,
        trace,
        asks: {
          kind: 'one',
          options: trace.map((bar) => {
            const ms = own.find((each) => each.bar === bar)!.ms
            return {
              text: `\`${bar.name}\``,
              isRight: bar === own[0]!.bar,
              feedback:
                ms === 0
                  ? 'It runs beside the path: nothing waits for it.'
                  : `It has ${ms} ms of the path for itself.`,
            }
          }),
        },
        steps,
        simulator,
      }
    }
    const { bar, ms } = drawOne(
      random,
      own.filter((each) => each.bar.parent !== null),
    )
    const length = bar.end - bar.start
    return {
      question: `${picture}\n\nHow many milliseconds does the request wait for the own work of \`${bar.name}\`, on the critical path?`,
      trace,
      asks: {
        kind: 'number',
        unit: 'ms',
        right: ms,
        tolerance: 0,
        mistakes: [
          {
            answer: length,
            why:
              ms === 0
                ? 'That is how long it took. Something else was still running when it ended, so nothing waited for it.'
                : 'That is how long it took. While a child of it decides, the time is the child’s.',
          },
        ].filter(({ answer }) => answer !== ms),
      },
      steps,
      simulator,
    }
  },
}

/**
 * Whether the trace has one answer, and one that can be seen: no two siblings end at once, the longest stands out, and
 * something long lies beside the path.
 */
function isClear({ trace, own }: Drawn): boolean {
  const ends = trace.map(({ parent, end }) => `${parent} ${end}`)
  const beside = own.filter(({ ms }) => ms === 0)
  return (
    new Set(ends).size === ends.length &&
    own[0]!.ms >= own[1]!.ms + 20 &&
    beside.some(({ bar }) => bar.end - bar.start >= 60)
  )
}

/** A root with two or three phases, one after the other; in each, calls run side by side, and some call on. */
function drawTrace(random: Random): Drawn {
  const names = drawSome(random, calls, calls.length)
  const bars: Bar[] = []
  let now = drawWhole(random, 1, 4) * 10
  const add = (parent: string, name: string, start: number, end: number) => {
    const bar = { id: `${bars.length + 1}`, parent, name, start, end }
    bars.push(bar)
    return bar
  }
  for (let phase = drawWhole(random, 2, 3); phase > 0; phase -= 1) {
    let end = now
    for (let side = drawWhole(random, 1, 2); side > 0; side -= 1) {
      const start = now + drawWhole(random, 0, 1) * 10
      const bar = add('0', `GET ${names.pop()!}`, start, start + drawWhole(random, 4, 20) * 10)
      end = Math.max(end, bar.end)
      if (random.next() < 0.4) {
        const from = bar.start + drawWhole(random, 1, 2) * 10
        const to = Math.max(from + 10, bar.end - drawWhole(random, 1, 3) * 10)
        if (to < bar.end) add(bar.id, `${drawOne(random, inner)} (${bar.name.slice(4)})`, from, to)
      }
    }
    now = end + drawWhole(random, 0, 4) * 10
  }
  const root: Bar = {
    id: '0',
    parent: null,
    name: 'POST /checkout',
    start: 0,
    end: now + drawWhole(random, 1, 4) * 10,
  }
  const trace = [root, ...bars]
  const path = pathOfBars(trace)
  const own = trace
    .map((bar) => ({
      bar,
      ms: path.filter(({ span }) => span === bar.id).reduce((sum, part) => sum + part.end - part.start, 0),
    }))
    .sort((a, b) => b.ms - a.ms)
  return { trace, own }
}

function explainPath(trace: readonly Bar[]): string {
  const path = pathOfBars(trace).toReversed()
  const nameOf = (id: string) => trace.find((bar) => bar.id === id)!.name
  return [
    'From the end of the root backwards: which child was the last to end before here? Go into it, and ask again. Where there is none, the time is the span’s own.',
    '',
    ...path.map(
      ({ span, start, end }) => `- ${end} back to ${start}: \`${nameOf(span)}\`, ${end - start} ms`,
    ),
  ].join('\n')
}

/** A bar as a line of the trace explorer's own trace; what it hangs on stands before it. */
function writeBar({ id, parent, name, start, end }: Bar): string {
  return `${id} ${parent ?? '-'} ${parent === null ? 'SERVER' : 'INTERNAL'} ${start} ${end} ${name}`
}

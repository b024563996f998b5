import { createTraceId } from '../../engine/propagation/identifier'
import type { Random } from '../../engine/random'
import {
  formatThreshold,
  isKept,
  parseThreshold,
  probabilityToThreshold,
  thresholdDigits,
  thresholdToProbability,
  traceIdToRandomness,
} from '../../engine/sampling/threshold'
import { drawOne, drawUnless, drawWhole } from '../draw'
import type { Generator } from '../generator'
import { writeNumber } from '../number-text'
import type { Problem } from '../problem'
import { moments } from '../simulator-moments'

const rule =
  'The threshold is T = (1 − p) × 2⁵⁶, written in hexadecimal without its trailing zeros. A trace is kept when its randomness R ≥ T.'

/** From a probability to a threshold, back, or to a decision. */
export const samplingThreshold: Generator<'sampling-threshold'> = {
  name: 'sampling-threshold',
  make(random, params) {
    const ask = drawUnless(random, params.ask, ['threshold', 'probability', 'kept'] as const)
    // Sixteenths and sixty-fourths: one or two digits of a threshold, to be found in the head.
    const parts = drawOne(random, [16, 16, 64])
    const kept = drawWhole(random, 1, parts - 1)
    const probability = kept / parts
    const parsed = probabilityToThreshold(probability)
    if (!parsed.ok) throw new Error(parsed.message)
    const th = formatThreshold(parsed.threshold)
    const simulator = {
      name: 'sampling' as const,
      params: { a: 'consistent', aShare: probability, b: 'none' },
      atMs: moments.sampling,
    }
    if (ask === 'threshold') return { ...askThreshold(kept, parts, th), simulator }
    return { ...(ask === 'probability' ? askProbability(th) : askKept(random, th)), simulator }
  },
}

function askThreshold(kept: number, parts: number, th: string): Omit<Problem, 'simulator'> {
  const percent = writeNumber((kept / parts) * 100)
  const inverted = probabilityToThreshold(1 - kept / parts)
  const kepts = inverted.ok ? formatThreshold(inverted.threshold) : ''
  return {
    question: `A consistent probability sampler keeps ${kept} of ${parts} traces, ${percent} %. Which \`th\` does it write into the tracestate?`,
    trace: null,
    asks: {
      kind: 'text',
      form: 'hexadecimal digits, without trailing zeros',
      right: th,
      accepted: Array.from({ length: thresholdDigits - th.length }, (_, zeros) => th + '0'.repeat(zeros + 1)),
      mistakes:
        kepts === th
          ? []
          : [
              {
                answer: kepts,
                why: 'That is the share that is kept. The threshold is the share that is rejected.',
              },
            ],
    },
    steps: [
      rule,
      '',
      `1. Rejected are ${parts - kept} of ${parts}.`,
      `2. As a share of 16${parts > 16 ? ' × 16' : ''}: ${((parts - kept) / parts) * (parts > 16 ? 256 : 16)}, which is \`${th}\` in hexadecimal once trailing zeros are dropped.`,
    ].join('\n'),
  }
}

function askProbability(th: string): Omit<Problem, 'simulator'> {
  const parsed = parseThreshold(th)
  if (!parsed.ok) throw new Error(parsed.message)
  const percent = thresholdToProbability(parsed.threshold) * 100
  const whole = 16 ** th.length
  const value = Number.parseInt(th, 16)
  return {
    question: `A span arrives with \`tracestate: ot=th:${th}\`. With which probability was it kept?`,
    trace: null,
    asks: {
      kind: 'number',
      unit: '%',
      right: percent,
      tolerance: 0.002,
      mistakes:
        percent === 50
          ? []
          : [{ answer: 100 - percent, why: 'That is the share that was rejected: the threshold itself.' }],
    },
    steps: [
      rule,
      '',
      `1. \`${th}\` of ${writeNumber(whole)} is ${value} ÷ ${writeNumber(whole)} = ${writeNumber((value / whole) * 100)} %: rejected.`,
      `2. Kept is the rest: **${writeNumber(percent)} %**.`,
    ].join('\n'),
  }
}

function askKept(random: Random, th: string): Omit<Problem, 'simulator'> {
  const parsed = parseThreshold(th)
  if (!parsed.ok) throw new Error(parsed.message)
  // The digit that decides is set near the threshold, so that it is not to be seen from afar.
  const near = Math.min(15, Math.max(0, Number.parseInt(th[0]!, 16) + drawWhole(random, -2, 2)))
  const drawn = createTraceId(random)
  const traceId = `${drawn.slice(0, -thresholdDigits)}${near.toString(16)}${drawn.slice(1 - thresholdDigits)}`
  const randomness = traceIdToRandomness(traceId)!
  const isRight = isKept(parsed.threshold, randomness)
  const digits = traceId.slice(-thresholdDigits)
  const because = `R is the last ${thresholdDigits} digits of the trace id, \`${digits}\`; T is \`${th.padEnd(thresholdDigits, '0')}\`. Digit by digit, R is ${isRight ? 'not below' : 'below'} T.`
  return {
    question: `A sampler has the threshold \`th:${th}\`. The trace id is \`${traceId}\`, and there is no \`rv\`. Is the trace kept?`,
    trace: null,
    asks: {
      kind: 'one',
      options: [
        { text: 'Kept', isRight, feedback: because },
        { text: 'Not kept', isRight: !isRight, feedback: because },
      ],
    },
    steps: `${rule}\n\n${because} The trace is **${isRight ? 'kept' : 'not kept'}**.`,
  }
}

import { adjustedCount, formatThreshold, probabilityToThreshold } from '../../engine/sampling/threshold'
import { drawSome, drawUnless, drawWhole } from '../draw'
import type { Generator } from '../generator'
import { writeNumber } from '../number-text'
import { moments } from '../simulator-moments'

/** As one in so many. */
const oneIn = [2, 4, 5, 8, 10, 20, 50, 100] as const

/** How many spans the stored ones stand for, when two services sampled with different probabilities. */
export const adjustedCountProblem: Generator<'adjusted-count'> = {
  name: 'adjusted-count',
  make(random, params) {
    const given = drawUnless(random, params.given, ['threshold', 'probability'] as const)
    const groups = drawSome(random, oneIn, 2).map((one, place) => {
      const parsed = probabilityToThreshold(1 / one, 4)
      if (!parsed.ok) throw new Error(parsed.message)
      return {
        service: ['web', 'checkout'][place]!,
        stored: drawWhole(random, 3, 30),
        one,
        th: formatThreshold(parsed.threshold),
        // A threshold of four digits is a rounded one: 1 in 10 is 1 in 9.99998. Nobody counts that way.
        each: Math.round(adjustedCount(parsed.threshold) * 100) / 100,
      }
    })
    const right = groups.reduce((sum, { stored, each }) => sum + stored * each, 0)
    const stored = groups.reduce((sum, group) => sum + group.stored, 0)
    const average = groups.reduce((sum, { each }) => sum + each, 0) / groups.length
    const says = ({ th, one }: (typeof groups)[number]) =>
      given === 'threshold'
        ? `each has \`ot=th:${th}\` in its tracestate`
        : `each was sampled with a probability of ${writeNumber(1 / one)}`
    return {
      question: [
        'The store holds these spans, sampled with consistent probability sampling:',
        groups.map((group) => `- ${group.stored} spans of \`${group.service}\`; ${says(group)}`).join('\n'),
        'How many spans were there, as an estimate?',
      ].join('\n\n'),
      trace: null,
      asks: {
        kind: 'number',
        unit: 'spans',
        right,
        tolerance: 0.005,
        mistakes: [
          { answer: stored, why: 'That is what is stored. Each of them stands for more than itself.' },
          {
            answer: stored * average,
            why: 'A mean of the two counts would be right only for groups of the same size. Add up each with its own.',
          },
        ].filter(({ answer }) => Math.abs(answer - right) > 0.01 * right),
      },
      steps: [
        'A span that was kept with probability p stands for 1 ÷ p spans: its adjusted count. With a threshold T of 56 bits, p = 1 − T ÷ 2⁵⁶.',
        '',
        ...groups.map(
          ({ service, stored: count, one, th, each }) =>
            `- \`${service}\`: \`th:${th}\` is p = ${writeNumber(1 / one)}, an adjusted count of ${writeNumber(each)}. ${count} × ${writeNumber(each)} = ${writeNumber(count * each)}`,
        ),
        '',
        `Together **${writeNumber(right)}**. It is an estimate: chance decided which were kept.`,
      ].join('\n'),
      simulator: {
        name: 'sampling',
        params: {
          ...{ a: 'consistent', aShare: 1 / groups[0]!.one },
          ...{ b: 'consistent', bShare: 1 / groups[1]!.one },
        },
        atMs: moments.sampling,
      },
    }
  },
}

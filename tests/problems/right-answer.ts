import type { Asks, Problem } from '@/lib/problems/problem'

/** The right number; NaN where a problem asks for something else. */
export const numberOf = (asks: Asks): number => (asks.kind === 'number' ? asks.right : Number.NaN)

/** The right text; empty where a problem asks for something else. */
export const textOf = (asks: Asks): string => (asks.kind === 'text' ? asks.right : '')

/** The texts of the right options. */
export const rightOf = (asks: Asks): string[] =>
  'options' in asks ? asks.options.flatMap(({ isRight, text }) => (isRight ? [text] : [])) : []

/** What stands in the question's first fence. */
export const fenced = ({ question }: Problem): string => /```\w+\n([\s\S]*?)```/.exec(question)?.[1] ?? ''

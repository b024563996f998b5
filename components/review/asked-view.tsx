import type { RefObject } from 'react'
import type { AskedProblem } from '../problems/use-problem'
import { ProblemWait } from './problem-wait'

interface AskedViewProps {
  asked: AskedProblem
  /** What gets the focus once the answer is checked. */
  answer: RefObject<HTMLElement | null>
  onCheck(): void
  /** Null where a wrong answer cannot be called a slip. */
  onSlip: (() => void) | null
}

/** The problem of a generated card, or what stands in its place until it is drawn. */
export function AskedView({ asked, answer, onCheck, onSlip }: AskedViewProps) {
  const { View, problem, given, verdict, hasFailed, give, retry } = asked
  if (!View || !problem) return <ProblemWait hasFailed={hasFailed} onRetry={retry} />
  return (
    <View
      problem={problem}
      given={given}
      verdict={verdict}
      answer={answer}
      onGive={give}
      onCheck={onCheck}
      onSlip={onSlip}
    />
  )
}

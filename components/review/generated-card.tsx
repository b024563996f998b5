'use client'

import type { RefObject } from 'react'
import type { Flag } from '@/lib/review/flag'
import type { AskedProblem } from '../problems/use-problem'
import { AskedView } from './asked-view'
import { CardPlaceLink } from './card-place-link'
import type { DueCard } from './due-queue'
import { FaceHtml } from './face-html'

interface GeneratedCardProps {
  card: DueCard
  flag: Flag
  asked: AskedProblem
  question: RefObject<HTMLDivElement | null>
  answer: RefObject<HTMLElement | null>
  onCheck(): void
}

/** A generated card in the session: its problem, and below, once checked, what the machine says of the answer. */
export function GeneratedCard({ card, flag, asked, question, answer, onCheck }: GeneratedCardProps) {
  const { face, note } = card
  const { verdict } = asked
  return (
    <div className="mx-auto w-full max-w-[36rem]">
      <div ref={question} tabIndex={-1} className="focus:outline-none">
        <h1 className="sr-only">Question</h1>
        <FaceHtml html={face.questionHtml} className="face-question mb-5" />
      </div>
      <AskedView asked={asked} answer={answer} onCheck={onCheck} onSlip={asked.slip} />
      {verdict && face.whyHtml && <FaceHtml html={face.whyHtml} className="mt-3 text-[1rem] text-soft" />}
      {verdict && note && <p className="mt-3 whitespace-pre-line text-[1rem] text-soft">Your note: {note}</p>}
      {verdict && <CardPlaceLink face={face} flag={flag} />}
    </div>
  )
}

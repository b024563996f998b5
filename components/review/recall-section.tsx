'use client'

import { createContext, type ReactNode, useCallback, useState } from 'react'
import type { CardFace } from '@/lib/content/card-face'
import { RecallPrompt } from './recall-prompt'

/** Tells the section that a prompt in it was missed. */
export const MissedInSection = createContext<((face: CardFace) => void) | null>(null)

/** A lesson's section: what is missed in it is asked again at its end. */
export function RecallSection({ children }: { children: ReactNode }) {
  const [missed, setMissed] = useState<readonly CardFace[]>([])
  const add = useCallback(
    (face: CardFace) => setMissed((all) => (all.some(({ id }) => id === face.id) ? all : [...all, face])),
    [],
  )
  return (
    <MissedInSection value={add}>
      {children}
      {missed.length > 0 && (
        <div className="recall-again">
          <p className="eyebrow">Before you go on: once more</p>
          {missed.map((face) => (
            <RecallPrompt key={face.id} face={face} isAgain onMiss={null} />
          ))}
        </div>
      )}
    </MissedInSection>
  )
}

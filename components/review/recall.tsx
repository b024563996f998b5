'use client'

import { use } from 'react'
import type { CardFace } from '@/lib/content/card-face'
import { RecallPrompt } from './recall-prompt'
import { MissedInSection } from './recall-section'

/** A card, asked in the prose where its idea was met. */
export function Recall({ face }: { face: CardFace }) {
  return <RecallPrompt face={face} isAgain={false} onMiss={use(MissedInSection)} />
}

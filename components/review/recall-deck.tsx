'use client'

import { useEffect } from 'react'
import { type Deck, setDeck, signedOutDeck } from './deck'

/** Tells the prompts of the page who reads it. `deck` is null for someone signed out. Shows nothing. */
export function RecallDeck({ deck }: { deck: Deck | null }) {
  useEffect(() => setDeck(deck ?? signedOutDeck()), [deck])
  return null
}

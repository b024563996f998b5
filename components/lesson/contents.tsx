'use client'

import { ContentsList, type ContentsSection } from './contents-list'
import { ContentsSheet } from './contents-sheet'
import { useReading } from './use-reading'

/** A lesson's contents: beside the prose where there is room, else behind a button, in a sheet. */
export function Contents({
  lesson,
  sections,
  kept,
}: {
  lesson: string
  sections: readonly ContentsSection[]
  /** Sections read before this visit; null for a reader who is signed out. */
  kept: readonly string[] | null
}) {
  const { current, read } = useReading(lesson, kept)
  const shown = { sections, current, read: kept === null ? null : read }
  return (
    <>
      <nav
        aria-label="Contents of this lesson"
        className="sticky top-8 hidden max-h-[calc(100dvh-4rem)] overflow-y-auto pb-4 min-[960px]:block"
      >
        <ContentsList {...shown} />
      </nav>
      <ContentsSheet {...shown} />
    </>
  )
}

/** How long the end of a section must stay in view to count: scrolling past is not reading. */
const dwellMs = 700

export interface ReadingWatch {
  onCurrent: (section: string) => void
  onRead: (section: string) => void
}

/**
 * Watches the sections of the page: the one under the line a quarter down the window is the current one,
 * and one whose end has stayed in view is read. Returns what ends the watch.
 */
export function watchReading({ onCurrent, onRead }: ReadingWatch): () => void {
  const dwelling = new Map<string, ReturnType<typeof setTimeout>>()

  const line = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) onCurrent((target as HTMLElement).dataset.section ?? '')
    },
    { rootMargin: '-25% 0px -75% 0px' },
  )

  const ends = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const section = (target as HTMLElement).dataset.sectionEnd ?? ''
      clearTimeout(dwelling.get(section))
      if (isIntersecting)
        dwelling.set(
          section,
          setTimeout(() => onRead(section), dwellMs),
        )
    }
  })

  for (const section of document.querySelectorAll('[data-section]')) line.observe(section)
  for (const end of document.querySelectorAll('[data-section-end]')) ends.observe(end)

  return () => {
    line.disconnect()
    ends.disconnect()
    for (const timer of dwelling.values()) clearTimeout(timer)
  }
}

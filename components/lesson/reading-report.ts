import type { ReadingInput } from '@/lib/content/reading-input'

const batchMs = 1500

/** Delivers a report; resolves to whether it arrived. */
export type Deliver = (reading: ReadingInput) => Promise<boolean>

/**
 * Collects what was read and hands it over in batches: a moment after the last news, and when the page
 * goes out of sight. What did not arrive goes along with the next batch; each report may be repeated.
 */
export function makeReport(lesson: string, deliver: Deliver) {
  const waiting = new Set<string>()
  let at: string | null = null
  let news = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function send() {
    clearTimeout(timer)
    if (!news) return
    news = false
    const read = [...waiting]
    const arrived = await deliver({ lesson, read, at }).catch(() => false)
    if (arrived) for (const section of read) waiting.delete(section)
    else news = true
  }

  function later() {
    news = true
    clearTimeout(timer)
    timer = setTimeout(send, batchMs)
  }

  return {
    read(section: string) {
      waiting.add(section)
      later()
    },
    visit(section: string) {
      at = section
      later()
    },
    send,
  }
}

'use client'

import { useEffect, useState } from 'react'
import { recordReading } from '@/lib/actions/record-reading'
import { watchReading } from './reading-position'
import { makeReport } from './reading-report'

/**
 * Where the reader is, and what they have read: `kept` from the server, and what this visit adds. With
 * `kept` null the reader is signed out, and nothing is sent.
 */
export function useReading(lesson: string, kept: readonly string[] | null) {
  const [current, setCurrent] = useState<string | null>(null)
  const [read, setRead] = useState<ReadonlySet<string>>(() => new Set(kept ?? []))
  const signedIn = kept !== null

  useEffect(() => {
    const report = signedIn ? makeReport(lesson, async (reading) => (await recordReading(reading)).ok) : null
    const stop = watchReading({
      onCurrent: (section) => {
        setCurrent(section)
        report?.visit(section)
      },
      onRead: (section) => {
        setRead((before) => (before.has(section) ? before : new Set([...before, section])))
        report?.read(section)
      },
    })
    const onHide = () => {
      if (document.visibilityState === 'hidden') void report?.send()
    }
    document.addEventListener('visibilitychange', onHide)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', onHide)
      void report?.send()
    }
  }, [lesson, signedIn])

  return { current, read }
}

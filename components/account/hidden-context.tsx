'use client'

import { useEffect, useRef } from 'react'

/** Where to go after signing in, and the zone that this browser is in. */
export function HiddenContext({ from }: { from: string }) {
  const zone = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (zone.current) zone.current.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? ''
  }, [])
  return (
    <>
      <input type="hidden" name="from" value={from} />
      <input ref={zone} type="hidden" name="zone" defaultValue="" />
    </>
  )
}

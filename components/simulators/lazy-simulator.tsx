'use client'

import { type ComponentType, type CSSProperties, useEffect, useRef, useState } from 'react'
import { simulatorLoaders } from './simulator-loaders'
import type { FrameHeight, SimulatorName } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

interface Props extends SimulatorProps {
  name: SimulatorName
  title: string
  /** The least height, by the width of the place. */
  height: FrameHeight
}

/** Begun this far before the place comes into view. */
const margin = '400px'

/**
 * The place of a simulator, in its size from the start. Its code is fetched when the place comes near the view,
 * and it runs in the browser only: without scripts, and until it is there, a sentence stands in its place.
 */
export function LazySimulator({ name, title, height, ...props }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  const [failed, setFailed] = useState(false)
  const [View, setView] = useState<ComponentType<SimulatorProps> | null>(null)

  useEffect(() => {
    const target = place.current
    if (!target) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        setNear(true)
        observer.disconnect()
      },
      { rootMargin: margin },
    )
    observer.observe(target)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (!near || failed) return
    let gone = false
    simulatorLoaders[name]().then(
      (loaded) => gone || setView(() => loaded),
      () => gone || setFailed(true),
    )
    return () => {
      gone = true
    }
  }, [near, failed, name])

  return (
    <>
      <div ref={place} className="wide no-print @container w-full font-sans">
        <div
          className="flex min-h-(--phone) flex-col @3xl:min-h-(--wide)"
          style={{ '--phone': `${height.phone}px`, '--wide': `${height.wide}px` } as CSSProperties}
        >
          {View ? (
            <View {...props} />
          ) : (
            <div className="flex flex-1 flex-col items-center gap-3 rounded border border-line bg-sunken px-6 py-24 text-center text-[15px] leading-6 text-soft">
              <p className="m-0 text-[20px] leading-7 font-[650] text-ink">{title}</p>
              {failed ? (
                <>
                  <p className="m-0">
                    The simulator could not be fetched. Nothing else on this page needs it.
                  </p>
                  <button
                    type="button"
                    className="min-h-10 rounded border border-line-strong bg-raised px-3 font-semibold text-ink"
                    onClick={() => setFailed(false)}
                  >
                    Try again
                  </button>
                </>
              ) : (
                <p className="m-0">
                  A simulator runs here, in your browser.{' '}
                  <noscript>
                    It needs JavaScript; <a href="/play">the list of simulators</a> says what each one shows.
                  </noscript>
                </p>
              )}
            </div>
          )}
        </div>
      </div>
      <p className="print-only">
        A simulator stands here on the site: <strong>{title}</strong>, /play/{name}
      </p>
    </>
  )
}

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Traffic } from '@/lib/simulators/sampling/traffic'
import { layOutLane } from './lane-layout'
import { paintLane } from './paint-lane'

interface Props {
  traffic: Traffic
  fates: Uint8Array
  /** Position in `traceKinds`. */
  kind: number
  name: string
  /** What became of them, in numbers. */
  count: string
  /** A class that sets the height of the picture. */
  height: string
}

/** The traces of one kind, each a mark, over the seconds in which they began. */
export function Lane({ traffic, fates, kind, name, count, height }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const layout = useMemo(() => layOutLane(traffic, kind), [traffic, kind])
  const redraws = useRedraws(canvas)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `redraws` counts changes of size and theme
  useEffect(() => {
    const target = canvas.current
    if (target === null) return
    const colourOf = (className: string) =>
      getComputedStyle(target.parentElement!.querySelector(`.${className}`)!).color
    const colours = {
      kept: colourOf('text-trace'),
      dropped: colourOf('text-line-strong'),
      error: colourOf('text-error'),
    }
    paintLane(target, layout, fates, colours, kind === 0)
  }, [layout, fates, kind, redraws])

  return (
    <div className="relative">
      {/* The canvas cannot read a class: these hold the theme's colours for it. */}
      <span className="text-trace" />
      <span className="text-line-strong" />
      <span className="text-error" />
      <p className="m-0 flex justify-between text-[14px] leading-5">
        <span className="font-semibold">{name}</span>
        <span className="text-soft tabular-nums">{count}</span>
      </p>
      <canvas ref={canvas} className={`block w-full ${height}`} role="img" aria-label={`${name}: ${count}`} />
    </div>
  )
}

/** Counts what makes a drawing stale: another size, another theme. */
function useRedraws(canvas: React.RefObject<HTMLCanvasElement | null>): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const target = canvas.current
    if (target === null) return
    const again = () => setCount((before) => before + 1)
    const size = new ResizeObserver(again)
    size.observe(target)
    const theme = new MutationObserver(again)
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', again)
    return () => {
      size.disconnect()
      theme.disconnect()
      dark.removeEventListener('change', again)
    }
  }, [canvas])
  return count
}

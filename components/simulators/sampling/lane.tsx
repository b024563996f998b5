import { useEffect, useRef, useState } from 'react'
import type { Traffic } from '@/lib/simulators/sampling/traffic'
import { type LaneLayout, layOutLane } from './lane-layout'
import { fitCanvas, type LaneColours, paintLane } from './paint-lane'

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
  const layout = layOutLane(traffic, kind)
  const redraws = useRedraws(canvas)

  const painted = useRef<Painted | null>(null)

  useEffect(() => {
    const target = canvas.current
    if (target === null) return
    const last = painted.current
    // A look back in time, or another run, is drawn anew; so is another size or theme.
    const goesOn = last?.layout === layout && last.redraws === redraws
    const colours = goesOn ? last.colours : readColours(target)
    if (!goesOn) fitCanvas(target)
    paintLane(target, layout, fates, goesOn ? last.fates : null, colours, kind === 0)
    painted.current = { layout, redraws, fates, colours }
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

/** What the canvas shows. */
interface Painted {
  layout: LaneLayout
  redraws: number
  fates: Uint8Array
  colours: LaneColours
}

function readColours(canvas: HTMLCanvasElement): LaneColours {
  const colourOf = (className: string) =>
    getComputedStyle(canvas.parentElement!.querySelector(`.${className}`)!).color
  return {
    kept: colourOf('text-trace'),
    dropped: colourOf('text-line-strong'),
    error: colourOf('text-error'),
  }
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

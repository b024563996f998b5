import { memo, useCallback, useRef } from 'react'
import { fateCode } from '@/lib/simulators/sampling/fate'
import type { SamplingParams } from '@/lib/simulators/sampling/params'
import type { Traffic } from '@/lib/simulators/sampling/traffic'
import type { SamplingView } from '@/lib/simulators/sampling/view'
import type { SimulatorState } from '@/lib/simulators/store'
import { ColourSamples, readColour } from '../canvas/colour-samples'
import { fitCanvas } from '../canvas/fit-canvas'
import { useRedraws } from '../canvas/use-redraws'
import { useFrames } from '../use-simulator'
import { layOutLane } from './lane-layout'
import { type LaneColours, paintLane } from './paint-lane'
import type { SamplingApi } from './side-scene'

interface Props {
  api: SamplingApi
  side: 'a' | 'b'
  /** Position in `traceKinds`. */
  kind: number
  name: string
  /** What became of them, in numbers. */
  count: string
  /** A class that sets the height of the picture. */
  height: string
}

/** The traces of one kind, each a mark, over the seconds in which they began. */
export const Lane = memo(function Lane({ api, side, kind, name, count, height }: Props) {
  return (
    <div className="relative">
      <p className="m-0 flex justify-between text-[14px] leading-5">
        <span className="font-semibold">{name}</span>
        <span className="text-soft tabular-nums">{count}</span>
      </p>
      <Marks api={api} side={side} kind={kind} label={`${name}: ${count}`} height={height} />
    </div>
  )
})

/** What the canvas shows. */
interface Painted {
  traffic: Traffic
  redraws: number
  fates: Uint8Array
  colours: LaneColours
}

function Marks({
  api,
  side,
  kind,
  label,
  height,
}: Pick<Props, 'api' | 'side' | 'kind' | 'height'> & { label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const painted = useRef<Painted | null>(null)
  const redraws = useRedraws(canvas)

  const draw = useCallback(
    ({ view, revealed }: SimulatorState<SamplingParams, SamplingView>) => {
      const target = canvas.current
      const shown = view[side]
      if (target === null || shown === null) return
      const { traffic } = view
      const fates = revealed ? shown.fates : allWaiting(traffic)
      const last = painted.current
      if (last?.fates === fates && last.redraws === redraws) return
      // Other traffic is drawn anew; so is another size or theme.
      const goesOn = last?.traffic === traffic && last.redraws === redraws
      const colours = last?.redraws === redraws ? last.colours : readColours(target)
      if (!goesOn) fitCanvas(target)
      paintLane(target, layOutLane(traffic, kind), fates, goesOn ? last.fates : null, colours, kind === 0)
      painted.current = { traffic, redraws, fates, colours }
    },
    [side, kind, redraws],
  )
  useFrames(api, draw)

  return (
    <>
      <ColourSamples classes={laneColours} />
      <canvas ref={canvas} className={`block w-full ${height}`} role="img" aria-label={label} />
    </>
  )
}

const laneColours = ['text-trace', 'text-line-strong', 'text-error'] as const

function readColours(canvas: HTMLCanvasElement): LaneColours {
  return {
    kept: readColour(canvas, 'text-trace'),
    dropped: readColour(canvas, 'text-line-strong'),
    error: readColour(canvas, 'text-error'),
  }
}

/** Before the prediction: all that will come, and nothing of what becomes of it. */
const previews = new WeakMap<Traffic, Uint8Array>()

function allWaiting(traffic: Traffic): Uint8Array {
  let preview = previews.get(traffic)
  if (preview === undefined) {
    preview = new Uint8Array(traffic.traceCount).fill(fateCode.waiting)
    previews.set(traffic, preview)
  }
  return preview
}

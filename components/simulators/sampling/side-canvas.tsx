import { memo, useCallback, useRef } from 'react'
import { fateCode } from '@/lib/simulators/sampling/fate'
import type { SamplingParams } from '@/lib/simulators/sampling/params'
import { type Traffic, traceKinds, trafficMs } from '@/lib/simulators/sampling/traffic'
import type { SamplingView } from '@/lib/simulators/sampling/view'
import type { SimulatorState, SimulatorStore } from '@/lib/simulators/store'
import { ColourSamples, readColour } from '../canvas/colour-samples'
import { fitCanvas } from '../canvas/fit-canvas'
import { useRedraws } from '../canvas/use-redraws'
import { useFrames } from '../use-frames'
import { layOutLane } from './lane-layout'
import { type LaneColours, type Place, paintLane } from './paint-lane'

export type SamplingApi = SimulatorStore<SamplingParams, SamplingView>['api']

/** The canvas as it is: where on it what is drawn, and what was drawn last. */
interface Painted {
  readonly context: CanvasRenderingContext2D
  readonly redraws: number
  readonly colours: LaneColours
  /** By kind, and one more for the time that has passed. */
  readonly places: readonly Place[]
  traffic: Traffic | null
  revealed: boolean
  fates: Uint8Array | null
  nowMs: number
}

/**
 * One canvas behind the lanes and the time of a side: they say by `data-lane` where they are. It is drawn frame by
 * frame without a change to the document, so that a frame asks for neither style nor layout.
 */
export const SideCanvas = memo(function SideCanvas({ api, side }: { api: SamplingApi; side: 'a' | 'b' }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const painted = useRef<Painted | null>(null)
  const redraws = useRedraws(canvas)

  const draw = useCallback(
    ({ view, revealed }: SimulatorState<SamplingParams, SamplingView>) => {
      const target = canvas.current
      const shown = view[side]
      if (target === null || shown === null) return
      // Another size or theme: everything anew.
      if (painted.current?.redraws !== redraws) painted.current = prepare(target, redraws)
      if (painted.current) paintSide(painted.current, view, shown.fates, revealed)
    },
    [side, redraws],
  )
  useFrames(api, draw)

  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      <ColourSamples classes={['text-trace', 'text-line-strong', 'text-error']} />
      <canvas ref={canvas} className="size-full" />
    </div>
  )
})

function prepare(canvas: HTMLCanvasElement, redraws: number): Painted | null {
  const context = canvas.getContext('2d')
  if (context === null) return null
  fitCanvas(canvas)
  context.setTransform(window.devicePixelRatio, 0, 0, window.devicePixelRatio, 0, 0)
  const own = canvas.getBoundingClientRect()
  const places = [...canvas.closest('[data-side]')!.querySelectorAll('[data-lane]')].map((lane) => {
    const { x, y, width, height } = lane.getBoundingClientRect()
    return { x: x - own.x, y: y - own.y, width, height }
  })
  const colours = {
    kept: readColour(canvas, 'text-trace'),
    dropped: readColour(canvas, 'text-line-strong'),
    error: readColour(canvas, 'text-error'),
  }
  return { context, redraws, colours, places, traffic: null, revealed: false, fates: null, nowMs: 0 }
}

function paintSide(
  painted: Painted,
  { traffic, nowMs }: SamplingView,
  seen: Uint8Array,
  revealed: boolean,
): void {
  const { context, colours, places } = painted
  const fates = revealed ? seen : allWaiting(traffic)
  // Other traffic and a look back are drawn anew: less work than taking away mark by mark.
  const goesOn = painted.traffic === traffic && painted.revealed === revealed && painted.nowMs <= nowMs
  if (painted.fates !== fates || !goesOn)
    for (const kind of traceKinds.keys()) {
      const place = places[kind]!
      if (!goesOn) context.clearRect(place.x, place.y, place.width, place.height)
      const before = goesOn ? painted.fates : null
      paintLane(context, place, layOutLane(traffic, kind), fates, before, colours, kind === 0)
    }
  paintTime(context, places[traceKinds.length]!, painted.nowMs, nowMs, colours.dropped)
  Object.assign(painted, { traffic, revealed, fates, nowMs })
}

function paintTime(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: Place,
  beforeMs: number,
  nowMs: number,
  colour: string,
): void {
  const passed = (ms: number) => Math.min(1, ms / trafficMs) * width
  if (nowMs < beforeMs) context.clearRect(x, y, width, height)
  const from = nowMs < beforeMs ? 0 : passed(beforeMs)
  context.fillStyle = colour
  if (passed(nowMs) > from) context.fillRect(x + from, y, passed(nowMs) - from, height)
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

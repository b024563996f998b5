import { memo, useCallback, useRef } from 'react'
import type { CardinalityParams } from '@/lib/simulators/cardinality/params'
import type { CardinalityView } from '@/lib/simulators/cardinality/view'
import type { SimulatorState, SimulatorStore } from '@/lib/simulators/store'
import { ColourSamples, readColour } from '../canvas/colour-samples'
import { fitCanvas } from '../canvas/fit-canvas'
import { useRedraws } from '../canvas/use-redraws'
import { useFrames } from '../use-frames'
import { type CellGrid, fitCells, paintCells, paintDots } from './cells'

export type CardinalityApi = SimulatorStore<CardinalityParams, CardinalityView>['api']

/** The canvas as it is. */
interface Painted {
  readonly context: CanvasRenderingContext2D
  readonly redraws: number
  readonly grid: CellGrid
  readonly limit: number
  readonly metric: string
  readonly error: string
  series: number
  failed: readonly number[]
}

/** The cells of the series, drawn frame by frame: each when it is born. */
export const SeriesCanvas = memo(function SeriesCanvas({ api }: { api: CardinalityApi }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const painted = useRef<Painted | null>(null)
  const redraws = useRedraws(canvas)

  const draw = useCallback(
    ({ view }: SimulatorState<CardinalityParams, CardinalityView>) => {
      const target = canvas.current
      if (target === null) return
      if (painted.current === null || !goesOn(painted.current, view, redraws))
        painted.current = prepare(target, view.limit, redraws)
      if (painted.current) paint(painted.current, view)
    },
    [redraws],
  )
  useFrames(api, draw)

  return (
    <div aria-hidden="true">
      <ColourSamples classes={['text-metric', 'text-line', 'text-error']} />
      <canvas ref={canvas} className="block h-54 w-full @lg:h-56" />
    </div>
  )
})

/** Whether what is drawn is the beginning of what there is: not after a look back, nor in another run. */
function goesOn({ redraws: drawn, limit, series, failed }: Painted, view: CardinalityView, redraws: number) {
  if (drawn !== redraws || limit !== view.limit || view.series < series) return false
  return (
    failed.length <= view.failedSeries.length && failed.every((cell, at) => cell === view.failedSeries[at])
  )
}

function prepare(canvas: HTMLCanvasElement, limit: number, redraws: number): Painted | null {
  const context = canvas.getContext('2d')
  if (context === null) return null
  fitCanvas(canvas)
  context.setTransform(window.devicePixelRatio, 0, 0, window.devicePixelRatio, 0, 0)
  const grid = fitCells(limit, Math.max(1, canvas.clientWidth), Math.max(1, canvas.clientHeight))
  paintCells(context, grid, 0, limit, readColour(canvas, 'text-line'))
  const metric = readColour(canvas, 'text-metric')
  const error = readColour(canvas, 'text-error')
  return { context, redraws, grid, limit, metric, error, series: 0, failed: [] }
}

function paint(painted: Painted, { series, failedSeries }: CardinalityView): void {
  const { context, grid } = painted
  paintCells(context, grid, painted.series, series, painted.metric)
  paintDots(context, grid, failedSeries, painted.failed.length, painted.error)
  painted.series = series
  painted.failed = failedSeries
}

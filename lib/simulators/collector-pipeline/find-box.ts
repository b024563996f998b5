import type { Fate } from '../../engine/collector/pipeline/stage'
import type { BoxView, LaneView, PipelineView } from './view'

/** All boxes of a lane, from left to right. */
export function boxesOf({ receivers, processors, exporters }: LaneView): BoxView[] {
  return [...receivers, ...processors, ...exporters]
}

/** All boxes of the picture, an instance that stands in several lanes once. */
export function allBoxes({ lanes }: PipelineView): BoxView[] {
  return [...new Map(lanes.flatMap(boxesOf).map((box) => [box.key, box])).values()]
}

/** Items with one of the fates, at one box. */
export function countFate({ outcomes }: BoxView, ...fates: readonly Fate[]): number {
  return outcomes.reduce((sum, { fate, count }) => sum + (fates.includes(fate) ? count : 0), 0)
}

/** Items with one of the fates, in the whole Collector or at the boxes of that id. */
export function countAll(view: PipelineView, fates: readonly Fate[], id?: string): number {
  return allBoxes(view)
    .filter((box) => id === undefined || box.id === id)
    .reduce((sum, box) => sum + countFate(box, ...fates), 0)
}

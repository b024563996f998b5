import type { Preset } from '../preset'
import { causes, serviceNames } from './cause'
import type { IncidentDrillParams } from './params'
import type { IncidentDrillView } from './view'

type DrillPreset = Preset<IncidentDrillParams, IncidentDrillView>

/** The same before every drill: the answer is another one each time, and gives nothing away. */
const prediction: DrillPreset['prediction'] = {
  question:
    'Something is about to go wrong in one of seven services. In how many will requests fail or slow down?',
  options: [
    { text: 'Only in that one.', holds: ({ changed }) => changed !== null && changed <= 1 },
    {
      text: 'In that one and in those that call it.',
      holds: ({ changed }) => changed !== null && changed > 1 && changed < serviceNames.length,
    },
    { text: 'In all seven.', holds: ({ changed }) => changed === serviceNames.length },
  ],
}

const surprise: DrillPreset = {
  id: 'surprise',
  title: 'Surprise: the seed decides',
  params: { seed: 7, drill: 0 },
  prediction,
}

/** Any cause, or one by its number. The titles do not tell which. */
export const incidentDrillPresets: readonly [DrillPreset, ...DrillPreset[]] = [
  surprise,
  ...causes.map((_, index) => ({
    id: `drill-${index + 1}`,
    title: `Drill ${index + 1}`,
    params: { seed: 7, drill: index + 1 },
    prediction,
  })),
]

import type { AttributePlace, CardinalityParams } from '@/lib/simulators/cardinality/params'

export interface ControlsProps {
  params: CardinalityParams
  onChange: <K extends keyof CardinalityParams>(name: K, value: CardinalityParams[K]) => void
}

export const placeWords: Readonly<Record<AttributePlace, string>> = {
  metric: 'Metric',
  view: 'View drops it',
  span: 'Span only',
}

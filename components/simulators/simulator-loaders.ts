import type { ComponentType } from 'react'
import type { SimulatorName } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

/** Each simulator in a chunk of its own, fetched when it is called. */
export const simulatorLoaders: Record<SimulatorName, () => Promise<ComponentType<SimulatorProps>>> = {
  cardinality: () => import('./cardinality').then((module) => module.Cardinality),
  'incident-drill': () => import('./incident-drill').then((module) => module.IncidentDrill),
  propagation: () => import('./propagation').then((module) => module.Propagation),
  sampling: () => import('./sampling').then((module) => module.Sampling),
  'trace-explorer': () => import('./trace-explorer').then((module) => module.TraceExplorer),
}

import type { ComponentType } from 'react'
import type { SimulatorName } from './simulator-names'
import type { SimulatorProps } from './simulator-props'

/** Each simulator in a chunk of its own, fetched when it is called. */
export const simulatorLoaders: Record<SimulatorName, () => Promise<ComponentType<SimulatorProps>>> = {
  cardinality: () => import('./cardinality').then((module) => module.Cardinality),
  'collector-pipeline': () => import('./collector-pipeline').then((module) => module.CollectorPipeline),
  'conventions-translator': () =>
    import('./conventions-translator').then((module) => module.ConventionsTranslator),
  'incident-drill': () => import('./incident-drill').then((module) => module.IncidentDrill),
  propagation: () => import('./propagation').then((module) => module.Propagation),
  'resource-slicer': () => import('./resource-slicer').then((module) => module.ResourceSlicer),
  sampling: () => import('./sampling').then((module) => module.Sampling),
  'trace-explorer': () => import('./trace-explorer').then((module) => module.TraceExplorer),
}

import type { Random } from '../engine/random'
import { drawOne, drawWhole } from './draw'

/** The parts of a configuration; each list holds the lines of one component. */
export interface CollectorScene {
  receivers: string[]
  processors: string[]
  connectors: string[]
  exporters: string[]
  /** Lines of each pipeline, its name first. */
  pipelines: string[][]
}

/** A change of a configuration, by what it is; some of them only look wrong. */
export type Twist = (scene: CollectorScene, random: Random) => void

/** Draws a working configuration of traces and metrics. */
export function drawCollector(random: Random): CollectorScene {
  const backend = drawOne(random, ['backend', 'tempo', 'store'])
  const batch = drawOne(random, ['[memory_limiter, batch]', '[memory_limiter, resource, batch]'])
  return {
    receivers: ['otlp:', '  protocols:', `    grpc: {endpoint: "0.0.0.0:4317"}`],
    processors: [
      'memory_limiter:',
      `  check_interval: ${drawWhole(random, 1, 5)}s`,
      `  limit_mib: ${drawOne(random, [400, 800, 1500])}`,
      ...(batch.includes('resource')
        ? [
            'resource:',
            '  attributes:',
            '    - {key: deployment.environment.name, value: production, action: upsert}',
          ]
        : []),
      'batch:',
      `  timeout: ${drawOne(random, ['200ms', '1s', '5s'])}`,
    ],
    connectors: [],
    exporters: ['otlp:', `  endpoint: ${backend}:4317`, 'prometheus:', '  endpoint: 0.0.0.0:9464'],
    pipelines: [
      ['traces:', '  receivers: [otlp]', `  processors: ${batch}`, '  exporters: [otlp]'],
      [
        'metrics:',
        '  receivers: [otlp]',
        '  processors: [memory_limiter, batch]',
        '  exporters: [prometheus]',
      ],
    ],
  }
}

/** Changes after which a Collector does not start, and whose fault stands in one line. */
export const visibleTwists: readonly Twist[] = [
  // A processor that a pipeline names, and that is not there.
  (scene, random) => {
    const missing = drawOne(random, ['filter', 'transform', 'k8sattributes', 'attributes'])
    replace(scene.pipelines[0]!, '[memory_limiter, ', `[memory_limiter, ${missing}, `)
  },
  // An exporter likewise.
  (scene, random) => {
    const missing = drawOne(random, ['debug', 'kafka', 'otlphttp'])
    replace(scene.pipelines[0]!, 'exporters: [otlp]', `exporters: [otlp, ${missing}]`)
  },
  (scene) => replace(scene.pipelines[1]!, ', batch]', ', batch, batch]'),
  (scene, random) => {
    const most = drawOne(random, [512, 1024])
    scene.processors.push('  send_batch_size: 8192', `  send_batch_max_size: ${most}`)
  },
  (scene) => replace(scene.processors, '  timeout:', '  timout:'),
  (scene, random) => {
    scene.processors.push('probabilistic_sampler:', `  sampling_percentage: -${drawOne(random, [5, 10, 20])}`)
    replace(scene.pipelines[0]!, ', batch]', ', probabilistic_sampler, batch]')
  },
]

/** Changes after which a Collector does not start: those, and what is missing. */
export const faultyTwists: readonly Twist[] = [
  ...visibleTwists,
  (scene) => {
    scene.processors = scene.processors.filter((line) => !line.includes('check_interval'))
  },
  (scene) => {
    scene.processors = scene.processors.filter((line) => !line.includes('limit_mib'))
  },
  (scene) => {
    scene.pipelines[1] = scene.pipelines[1]!.filter((line) => !line.includes('exporters:'))
  },
  (scene) => {
    scene.pipelines[0] = scene.pipelines[0]!.filter((line) => !line.includes('receivers:'))
  },
  // A connector that only gives and is nowhere taken from.
  (scene) => {
    scene.connectors.push('spanmetrics:')
    replace(scene.pipelines[0]!, 'exporters: [otlp]', 'exporters: [otlp, spanmetrics]')
  },
  (scene) => {
    scene.receivers = ['otlp:', '  protocols:']
  },
]

/** Changes that only look wrong. */
export const harmlessTwists: readonly Twist[] = [
  () => {},
  // Configured, and used nowhere: a warning at most.
  (scene) => {
    scene.processors.push('probabilistic_sampler:', '  sampling_percentage: 10')
  },
  (scene) => {
    scene.exporters.push('debug:')
  },
  // No processors at all.
  (scene) => {
    scene.pipelines[1] = scene.pipelines[1]!.filter((line) => !line.includes('processors:'))
  },
  // A connector on both sides.
  (scene) => {
    scene.connectors.push('spanmetrics:')
    replace(scene.pipelines[0]!, 'exporters: [otlp]', 'exporters: [otlp, spanmetrics]')
    replace(scene.pipelines[1]!, 'receivers: [otlp]', 'receivers: [otlp, spanmetrics]')
  },
  // Two pipelines of one signal.
  (scene) => {
    scene.pipelines.push(['traces/raw:', '  receivers: [otlp]', '  exporters: [otlp]'])
  },
  (scene) => replace(scene.processors, '  check_interval: ', '  limit_percentage: 75\n  check_interval: '),
]

/** The configuration as a file. */
export function writeCollector(scene: CollectorScene): string {
  const section = (name: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [`${name}:`, ...lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`)]
  return [
    ...section('receivers', scene.receivers),
    ...section('processors', scene.processors),
    ...section('connectors', scene.connectors),
    ...section('exporters', scene.exporters),
    'service:',
    '  pipelines:',
    ...scene.pipelines.flat().map((line) => `    ${line}`),
    '',
  ].join('\n')
}

function replace(lines: string[], what: string, by: string): void {
  const at = lines.findIndex((line) => line.includes(what))
  if (at < 0) throw new Error(`No line has “${what}”`)
  lines[at] = lines[at]!.replace(what, by)
}

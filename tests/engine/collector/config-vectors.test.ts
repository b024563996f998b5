import { describe, expect, test } from 'vitest'
import {
  buildPipelineGraph,
  type ComponentKind,
  contribCatalogue,
  extendCatalogue,
  formatId,
  parseComponentId,
  parsePipelineId,
  parseTailSampling,
  type Signal,
  signals,
  validateCollectorConfig,
  validateComponent,
} from '@/lib/engine/index'
import { readVectors, type VectorCase } from './vectors'

const cases = readVectors('collector_config_validation')
const sections = ['receivers', 'exporters', 'processors', 'connectors', 'extensions'] as const
const kindOf = (section: string) => section.slice(0, -1) as ComponentKind
const everyPair = signals.flatMap((from) => signals.map((to) => [from, to] as const))

/** The vectors speak of components by the names of upstream's mocks. */
const catalogue = extendCatalogue(
  contribCatalogue,
  Object.fromEntries(
    sections.map((section) => [
      kindOf(section),
      { nop: { signals, pairs: everyPair }, nop2: { signals, pairs: everyPair } },
    ]),
  ),
)

/** Writes the vector's lists of ids as a configuration; JSON is YAML. */
// biome-ignore lint/suspicious/noExplicitAny: shapes of the vector file
function asYaml(config: any): string {
  const written: Record<string, unknown> = { service: config.service }
  for (const section of sections) {
    written[section] = Object.fromEntries((config[section] ?? []).map((id: string) => [id, null]))
  }
  return JSON.stringify(written, null, 1)
}

function errorsOf(text: string, options: Parameters<typeof validateCollectorConfig>[1]): string[] {
  return validateCollectorConfig(text, options)
    .diagnoses.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message)
}

function expectError(errors: readonly string[], { expected }: VectorCase): void {
  if (expected.error === null) expect(errors).toEqual([])
  else if (expected.match === 'exact') expect(errors).toEqual([expected.error])
  else expect(errors.join('\n')).toContain(expected.error)
}

describe('a whole configuration', () => {
  test.each(cases.filter(({ input }) => input.config && !input.processor))('$name', (vector) => {
    const { config, featureGates, componentError } = vector.input
    const [section, type] = componentError?.at.split('::') ?? []
    const failing = { signals, pairs: everyPair, validate: () => [{ message: componentError.message }] }
    const known = section ? extendCatalogue(catalogue, { [kindOf(section)]: { [type]: failing } }) : catalogue
    expectError(errorsOf(asYaml(config), { catalogue: known, featureGates }), vector)
  })
})

describe('the graph of pipelines', () => {
  test.each(cases.filter(({ input }) => input.pipelines))('$name', (vector) => {
    const { pipelines, componentSupports } = vector.input
    const same = signals.map((signal) => [signal, signal] as const)
    const specs = Object.entries(pipelines as Record<string, { receivers: string[] }>).map(([id, lists]) => ({
      id,
      signal: id.split('/')[0] as Signal,
      ...(lists as { receivers: string[]; processors: string[]; exporters: string[] }),
    }))
    const built = buildPipelineGraph(specs, {
      connectorPairs: (id) => (id === 'mockforward' ? same : /^nop\/(?!\d)/.test(id) ? everyPair : null),
      supports: (_, id, signal) => !componentSupports?.[id] || componentSupports[id].includes(signal),
    })
    expectError(built.ok ? [] : built.faults.map(({ message }) => message), vector)
  })
})

describe('ids', () => {
  test.each(cases.filter(({ input }) => input.id !== undefined))('$name', ({ input, expected }) => {
    const parsed = parseComponentId(input.id)
    expect(parsed.ok).toBe(expected.valid)
    if (parsed.ok) expect(parsed.id).toEqual({ type: expected.type, name: expected.name })
  })

  test('a pipeline is named after its signal', () => {
    expect(parsePipelineId(' traces / in ')).toEqual({ ok: true, id: { type: 'traces', name: 'in' } })
    expect(parsePipelineId('spans')).toEqual({
      ok: false,
      message: 'in "spans" id: unknown pipeline signal: "spans"',
    })
    expect(formatId({ type: 'traces', name: '' })).toBe('traces')
  })
})

describe('settings of a component', () => {
  test.each(cases.filter(({ input }) => input.processor))('$name', (vector) => {
    const { processor, config } = vector.input
    // Upstream's tests fill a bare Go struct, without the factory's defaults.
    const { diagnoses } = validateComponent('processor', processor, JSON.stringify(config), { bare: true })
    expectError(
      diagnoses.map(({ message }) => message),
      vector,
    )
  })

  test.each(readVectors('tailsampling_processor').filter(({ input }) => 'gate' in input))(
    'tail_sampling $name',
    ({ input, expected }) => {
      const gates = input.gate ? ['processor.tailsamplingprocessor.tailstorageextension'] : []
      const text = input.tail_storage ? `tail_storage: ${input.tail_storage}` : ''
      const errors = parseTailSampling(text, gates).diagnoses.filter(({ severity }) => severity === 'error')
      const wanted = expected.error === null ? [] : [expect.stringContaining("'tail_storage' requires")]
      expect(errors.map(({ message }) => message)).toEqual(wanted)
    },
  )
})

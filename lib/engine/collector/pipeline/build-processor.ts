import type { ComponentDefinition } from '../config/collector-config'
import { createProbabilisticSampler } from '../probabilistic-sampler'
import {
  defaultProbabilisticSamplerConfig,
  type ProbabilisticSamplerConfig,
} from '../probabilistic-sampler-config'
import { actionsIn, knownActions, runActions } from './attribute-actions'
import { batchSettings, createBatch } from './batch'
import { createFilter } from './filter'
import { sectionIn } from './given'
import { matcherOf } from './item-matcher'
import { describePod, type FindPod } from './k8s-attributes'
import { createMemoryLimiter, memoryLimits } from './memory-limiter'
import { type Next, type Report, type Stage, statelessStage } from './stage'
import { createTailSamplingStage } from './tail-sampling-stage'
import { attributesOf, type ItemSignal, type TelemetryItem, withAttributes } from './telemetry-item'
import { createTransform } from './transform'

/** What processors ask of the world around them. */
export interface Surroundings {
  /** Memory of the machine, and what of it is in use now, in MiB. */
  readonly totalMib: number
  usedMib(): number
  readonly findPod: FindPod
}

/** A processor as it runs, and what of its settings is not run here. */
export interface BuiltProcessor {
  readonly stage: Stage
  readonly note: string | null
}

/**
 * Builds a processor. A type that cannot be run here lets everything through, and its note says so.
 *
 * @param definition as the configuration has it; its settings have been validated.
 */
export function buildProcessor(
  definition: ComponentDefinition,
  signal: ItemSignal,
  surroundings: Surroundings,
  report: Report,
  next: Next,
): BuiltProcessor {
  const given = definition.settings.value
  const only = (stage: Stage, note: string | null = null) => ({ stage, note })
  const through = (note: string) =>
    only(
      statelessStage((item) => item, next),
      note,
    )
  switch (definition.id.split('/')[0]) {
    case 'memory_limiter': {
      const limits = memoryLimits(given, surroundings.totalMib)
      return only(createMemoryLimiter(limits, surroundings.usedMib, report, next))
    }
    case 'batch':
      return only(createBatch(batchSettings(given), report, next))
    case 'filter': {
      const { why, unknown } = createFilter(given, signal)
      const stage = statelessStage((item) => {
        const condition = why(item)
        if (condition === null) return item
        report({ fate: 'dropped', why: `its condition is true, ${condition}`, before: item, after: null })
        return null
      }, next)
      return only(stage, noteOf(unknown, 'dropped nothing by'))
    }
    case 'transform': {
      const { run, unknown } = createTransform(given, signal)
      const change = changing(report, (item) => {
        const { item: after, by } = run(item)
        return { after, why: by.join('; ') }
      })
      return only(statelessStage(change, next), noteOf(unknown, 'changed nothing by'))
    }
    case 'attributes':
    case 'resource':
      return buildActions(definition, report, next)
    case 'k8sattributes':
    case 'k8s_attributes': {
      const stage = statelessStage((item) => {
        const after = describePod(item, given.pod_association, surroundings.findPod)
        const why =
          after === null ? 'no pod found: the address of its client is gone' : 'the pod of its client'
        report({ fate: after === null ? 'passed' : 'changed', why, before: item, after: after ?? item })
        return after ?? item
      }, next)
      return only(stage)
    }
    case 'probabilistic_sampler':
      return buildProbabilisticSampler(given as Partial<ProbabilisticSamplerConfig>, report, next)
    case 'tail_sampling': {
      const stage = createTailSamplingStage(given, 0, report, next)
      return stage === null
        ? through('Its policies cannot be run here: what comes in goes out.')
        : only(stage)
    }
    default:
      return through('This type is not run here: what comes in goes out as it is.')
  }
}

function noteOf(unknown: readonly string[], what: string): string | null {
  return unknown.length === 0 ? null : `Not run here, so it ${what}: ${unknown.join('; ')}`
}

/** A step that reports an item which it has changed. */
function changing(
  report: Report,
  change: (item: TelemetryItem) => { readonly after: TelemetryItem; readonly why: string },
): (item: TelemetryItem) => TelemetryItem {
  return (item) => {
    const { after, why } = change(item)
    if (after !== item) report({ fate: 'changed', why, before: item, after })
    return after
  }
}

function buildActions(definition: ComponentDefinition, report: Report, next: Next): BuiltProcessor {
  const given = definition.settings.value
  const isResource = definition.id.split('/')[0] === 'resource'
  const actions = actionsIn(isResource ? given.attributes : given.actions)
  const include = given.include ? matcherOf(sectionIn(given.include)) : () => true
  const exclude = given.exclude ? matcherOf(sectionIn(given.exclude)) : () => false
  const unknown = actions.filter(
    (each) => !knownActions.includes(each.action?.toLowerCase() ?? '') || each.fromContext === true,
  )
  const why = actions.map(({ action, key, ...rest }) => `${action} ${key ?? rest.pattern ?? ''}`).join(', ')
  const change = changing(report, (item) => {
    if (!include(item) || exclude(item)) return { after: item, why }
    const before = isResource ? item.resource : attributesOf(item)
    const after = runActions(actions, before)
    if (JSON.stringify(after) === JSON.stringify(before)) return { after: item, why }
    return { after: isResource ? { ...item, resource: after } : withAttributes(item, after), why }
  })
  const names = unknown.map(({ action, key }) => `${action} ${key}`)
  return { stage: statelessStage(change, next), note: noteOf(names, 'changed nothing by') }
}

function buildProbabilisticSampler(
  given: Partial<ProbabilisticSamplerConfig>,
  report: Report,
  next: Next,
): BuiltProcessor {
  const config = { ...defaultProbabilisticSamplerConfig, ...given }
  const sampler = createProbabilisticSampler(config)
  const stage = statelessStage((item) => {
    const sampled =
      item.signal === 'traces'
        ? sampler.sampleSpan({ traceId: item.span.traceId ?? '', attributes: attributesOf(item) }).sampled
        : item.signal === 'logs'
          ? sampler.sampleLog({ traceId: item.log.traceId ?? '', attributes: item.log.attributes }).sampled
          : true
    if (sampled) return item
    report({ fate: 'dropped', why: 'the randomness of its trace id', before: item, after: null })
    return null
  }, next)
  return { stage, note: null }
}

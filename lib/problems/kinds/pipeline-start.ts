import type { Diagnosis } from '../../engine/collector/config/diagnosis'
import { validateCollectorConfig } from '../../engine/collector/config/validate-collector-config'
import type { Random } from '../../engine/random'
import {
  type CollectorScene,
  drawCollector,
  faultyTwists,
  harmlessTwists,
  type Twist,
  visibleTwists,
  writeCollector,
} from '../collector-scene'
import { drawOne, drawUnless, shuffle } from '../draw'
import type { Generator } from '../generator'
import type { Problem } from '../problem'
import { moments } from '../simulator-moments'

/** Whether a Collector starts with a configuration, and if not, what it says or where the fault stands. */
export const pipelineStart: Generator<'pipeline-start'> = {
  name: 'pipeline-start',
  make(random, params) {
    const ask = drawUnless(random, params.ask, ['error', 'error', 'line'] as const)
    const scene = drawCollector(random)
    const { yaml, ...part } = ask === 'line' ? askLine(random, scene) : askError(random, scene)
    const simulator = { name: 'collector-pipeline', params: { yaml }, atMs: moments.pipeline } as const
    return { ...part, trace: null, simulator }
  },
}

type Part = Pick<Problem, 'question' | 'asks' | 'steps'> & { yaml: string }

function askError(random: Random, scene: CollectorScene): Part {
  const starts = random.next() < 0.35
  const text = twisted(random, scene, drawOne(random, starts ? harmlessTwists : faultyTwists))
  const fault = firstError(text)
  const messages = new Set(fault ? [fault.message] : [])
  for (const twist of shuffle(random, faultyTwists)) {
    if (messages.size === 3) break
    const other = firstError(twisted(random, scene, twist))!.message
    // Of components that stand here: a message about another one is no temptation.
    const named = /probabilistic_sampler|spanmetrics/.exec(other)?.[0]
    if (!named || text.includes(named)) messages.add(other)
  }
  return {
    question: `${show(text)}\n\nWhat does a Collector (contrib distribution) make of it?`,
    asks: {
      kind: 'one',
      options: [
        {
          text: 'It starts',
          isRight: fault === null,
          feedback: fault === null ? 'Yes.' : `It does not: line ${fault.line} stops it.`,
        },
        ...shuffle(random, [...messages]).map((message) => ({
          text: `It stops: \`${message}\``,
          isRight: message === fault?.message,
          feedback:
            message === fault?.message
              ? `Line ${fault.line} is at fault.`
              : fault === null
                ? 'Nothing here makes it say that: it starts.'
                : `That is said of another fault. Here line ${fault.line} is at fault.`,
        })),
      ],
    },
    steps: explain(text, fault),
    yaml: text,
  }
}

function askLine(random: Random, scene: CollectorScene): Part {
  const text = twisted(random, scene, drawOne(random, visibleTwists))
  const fault = firstError(text)
  if (!fault) throw new Error('A change that was to stop a Collector did not')
  return {
    question: `${show(number(text))}\n\nA Collector (contrib distribution) does not start with this. To which line does its error belong?`,
    asks: {
      kind: 'text',
      form: 'the number of the line',
      right: String(fault.line),
      accepted: [`line ${fault.line}`],
      mistakes: [],
    },
    steps: explain(text, fault),
    yaml: text,
  }
}

function twisted(random: Random, scene: CollectorScene, twist: Twist): string {
  const copy: CollectorScene = {
    receivers: [...scene.receivers],
    processors: [...scene.processors],
    connectors: [...scene.connectors],
    exporters: [...scene.exporters],
    pipelines: scene.pipelines.map((lines) => [...lines]),
  }
  twist(copy, random)
  return writeCollector(copy)
}

function firstError(text: string): Diagnosis | null {
  return validateCollectorConfig(text).diagnoses.find(({ severity }) => severity === 'error') ?? null
}

function show(text: string): string {
  return `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``
}

function number(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line, place) => `${String(place + 1).padStart(2)}  ${line}`)
    .join('\n')
}

function explain(text: string, fault: Diagnosis | null): string {
  if (fault) {
    const line = text.split('\n')[fault.line - 1] ?? ''
    return `Line ${fault.line}, \`${line.trim()}\`. The Collector says: \`${fault.message}\`.`
  }
  const unused = validateCollectorConfig(text).diagnoses.map(({ message }) => `- ${message}`)
  return [
    'Every component that a pipeline names is configured, every pipeline has a receiver and an exporter, and no setting is refused. It starts.',
    ...(unused.length > 0 ? ['', 'It only has this to remark:', '', ...unused] : []),
  ].join('\n')
}

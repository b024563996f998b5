import type { CollectorConfig, ComponentDefinition } from '../config/collector-config'
import type { GraphNode, PipelineGraph } from '../config/graph-shape'
import { buildProcessor, type Surroundings } from './build-processor'
import { createCounter } from './count-connector'
import { ExporterQueue, exporterSettings } from './exporter-queue'
import { sectionIn } from './given'
import { NodeRecord } from './node-record'
import { createSpanMetrics, spanMetricsSettings } from './span-metrics'
import type { Answer, Next, Report, Stage } from './stage'
import { type ItemSignal, itemSignals, type TelemetryItem } from './telemetry-item'

/** What a run asks of the world. */
export interface CollectorWorld extends Omit<Surroundings, 'usedMib'> {
  /** Whether the backend of an exporter takes a request. */
  isUp(exporter: string, nowMs: number): boolean
  /** Memory in use before any data, in MiB, and what each item held adds. */
  readonly baseMib: number
  readonly mibPerItem: number
  /** In [0, 1). */
  chance(): number
  /** Told of everything that reaches a backend. */
  onSent(exporter: string, item: TelemetryItem): void
}

/** An instance of a component as it runs. */
export interface RunningNode {
  readonly node: GraphNode
  readonly record: NodeRecord
  readonly stage: Stage
  /** What of it is not run here. */
  readonly note: string | null
  /** How full an exporter's queue is; null where there is none. */
  readonly queue: (() => { readonly queued: number; readonly retrying: number; readonly size: number }) | null
}

/** Exporters that write here and now: no queue stands before them, and no network. */
const immediate: readonly string[] = ['debug', 'nop', 'file', 'prometheus']

/**
 * A Collector that runs: the instances of its graph, joined. Give it what arrives and let time pass. Nothing in it knows a
 * clock or rolls dice.
 *
 * Faithful to the Collector in what is refused, dropped and lost, and in which instance does what. Simplified: a request
 * takes no time; a fan-out hands the same items to all and answers with the first error.
 *
 * Source: opentelemetry-collector service/internal/graph, internal/fanoutconsumer.
 */
export class CollectorRun {
  readonly nodes = new Map<string, RunningNode>()
  private readonly definitions: Record<GraphNode['kind'], readonly ComponentDefinition[]>
  private usedNow: number

  constructor(
    config: CollectorConfig,
    private readonly graph: PipelineGraph,
    private readonly world: CollectorWorld,
  ) {
    this.definitions = config.components
    this.usedNow = world.baseMib
    for (const node of graph.nodes) this.build(node.key)
  }

  /** Memory in use, in MiB: what it takes by itself, and every item that waits somewhere. */
  get usedMib(): number {
    return this.usedNow
  }

  /** Items that wait somewhere in it. */
  get held(): number {
    let sum = 0
    for (const { stage } of this.nodes.values()) sum += stage.held
    return sum
  }

  /** A client hands items to a receiver, which answers at once. Null: it has them. */
  offer(receiver: string, signal: ItemSignal, items: readonly TelemetryItem[], nowMs: number): Answer {
    const node = this.nodes.get(`receiver|${signal}|${receiver}`)
    return node === undefined ? null : node.stage.consume(items, nowMs)
  }

  /** Lets time pass in every component, against the flow: room is made before more comes. */
  advance(nowMs: number): void {
    this.usedNow = this.world.baseMib + this.held * this.world.mibPerItem
    for (const { stage } of this.nodes.values()) stage.advance(nowMs)
    this.usedNow = this.world.baseMib + this.held * this.world.mibPerItem
  }

  private build(key: string): RunningNode {
    const known = this.nodes.get(key)
    if (known) return known
    const node = this.graph.nodes.find((each) => each.key === key)!
    const record = new NodeRecord()
    const followers = this.graph.edges.filter(({ from }) => from === key).map(({ to }) => this.build(to))
    const next: Next = (items, nowMs) => {
      record.left += items.length
      return fanOut(followers, items, nowMs)
    }
    const { stage, note } = this.stageOf(node, record, next)
    const counted: Stage = {
      get held() {
        return stage.held
      },
      advance: (nowMs) => stage.advance(nowMs),
      consume(items, nowMs) {
        record.entered += items.length
        return stage.consume(items, nowMs)
      },
    }
    const queue =
      stage instanceof ExporterQueue && stage.settings.queue.enabled
        ? () => ({ queued: stage.queued, retrying: stage.retrying, size: stage.settings.queue.size })
        : null
    const running = { node, record, stage: counted, note, queue }
    this.nodes.set(key, running)
    return running
  }

  private stageOf(node: GraphNode, record: NodeRecord, next: Next): { stage: Stage; note: string | null } {
    const { report } = record
    const definition = this.definitions[node.kind].find(({ id }) => id === node.component)
    const type = node.component.split('/')[0]!
    const signal = isItemSignal(node.signal) ? node.signal : null
    const through: Stage = { held: 0, advance() {}, consume: next }
    if (definition === undefined || signal === null) {
      return { stage: through, note: 'Profiles are not run here.' }
    }
    if (node.kind === 'receiver') {
      const note = type === 'otlp' ? null : 'Nothing comes in here: Fernhill sends OTLP.'
      return { stage: through, note }
    }
    if (node.kind === 'processor') {
      const surroundings = { ...this.world, usedMib: () => this.usedNow }
      return buildProcessor(definition, signal, surroundings, report, next)
    }
    const given = definition.settings.value
    const { isUp, chance, onSent } = this.world
    const tell: Report = (happening) => {
      report(happening)
      if (happening.fate === 'sent' && happening.after) onSent(node.component, happening.after)
    }
    if (node.kind === 'connector') return connectorStage(type, given, signal, node, record, next)
    if (immediate.includes(type)) {
      const write = (items: readonly TelemetryItem[]) => {
        for (const item of items) tell({ fate: 'sent', why: 'written at once', before: item, after: item })
        return null
      }
      return { stage: { held: 0, advance() {}, consume: write }, note: null }
    }
    const send = (nowMs: number) => isUp(node.component, nowMs)
    const batches = sectionIn(given.sending_queue).batch !== undefined
    const note = batches ? 'sending_queue::batch is not run here: every request is sent as it comes.' : null
    return { stage: new ExporterQueue(exporterSettings(given), send, chance, tell), note }
  }
}

function isItemSignal(signal: string): signal is ItemSignal {
  return (itemSignals as readonly string[]).includes(signal)
}

function fanOut(followers: readonly RunningNode[], items: readonly TelemetryItem[], nowMs: number): Answer {
  let answer: Answer = null
  for (const { stage } of followers) {
    const own = stage.consume(items, nowMs)
    answer ??= own
  }
  return answer
}

function connectorStage(
  type: string,
  given: { readonly [key: string]: unknown },
  signal: ItemSignal,
  node: GraphNode,
  { report }: NodeRecord,
  next: Next,
): { stage: Stage; note: string | null } {
  const note = null
  if (type === 'spanmetrics' || type === 'span_metrics') {
    return { stage: createSpanMetrics(spanMetricsSettings(given), report, next), note }
  }
  if (type === 'count') {
    const count = createCounter(given, signal)
    const consume: Next = (items, nowMs) => {
      const points = count(items)
      for (const point of points) {
        report({ fate: 'made', why: 'how many there were', before: null, after: point })
      }
      return points.length === 0 ? null : next(points, nowMs)
    }
    return { stage: { held: 0, advance() {}, consume }, note }
  }
  const isForward = type === 'forward'
  if (isForward || node.toSignal === node.signal) {
    const passes = isForward ? null : 'This type is not run here: it hands everything on to every pipeline.'
    return { stage: { held: 0, advance() {}, consume: next }, note: passes }
  }
  return {
    stage: { held: 0, advance() {}, consume: () => null },
    note: 'This type is not run here: it makes nothing of what comes in.',
  }
}

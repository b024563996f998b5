import type { ComponentKind } from '../../engine/collector/config/component-kind'
import type { ConfigReport } from '../../engine/collector/config/validate-collector-config'
import { CollectorRun, type RunningNode } from '../../engine/collector/pipeline/collector-run'
import { memoryLimits } from '../../engine/collector/pipeline/memory-limiter'
import {
  type ItemSignal,
  itemSignals,
  type TelemetryItem,
} from '../../engine/collector/pipeline/telemetry-item'
import { createRandom } from '../../engine/random'
import type { Run } from '../simulator'
import { baseMib, downFromMs, type PipelineParams, tickMs, totalMib } from './params'
import { findPod } from './pods'
import { Sender } from './sender'
import type { FleetTraffic } from './traffic'
import type { BoxView, LaneView, PipelineView } from './view'

/** The shop's telemetry on its way through a Collector with the configuration of the parameters. */
export class PipelineRun implements Run<PipelineView> {
  private elapsedMs = 0
  private tickedMs = 0
  private readonly collector: CollectorRun | null
  private readonly senders: readonly Sender[]
  private readonly softMib: number | null
  private storedSpans = 0
  private storedWithPod = 0
  /** The last sum of each series of calls, and whether it is of errors. */
  private readonly calls = new Map<string, { value: number; isError: boolean }>()

  constructor(
    private readonly params: PipelineParams,
    private readonly traffic: FleetTraffic,
    private readonly report: ConfigReport,
  ) {
    const { config, graph, stage } = report
    const random = createRandom(params.seed + 1)
    const starts = stage === 'running' && config !== null && graph !== null
    this.collector = starts
      ? new CollectorRun(config, graph, {
          totalMib,
          baseMib,
          mibPerItem: params.kibPerItem / 1024,
          findPod,
          isUp: (_, nowMs) => this.isUp(nowMs),
          chance: () => random.next(),
          onSent: (exporter, item) => this.store(exporter, item),
        })
      : null
    this.senders = itemSignals.map((signal) => {
      const receiver = this.receiverOf(signal)
      const { collector } = this
      const offer =
        receiver === null || collector === null
          ? null
          : (items: readonly TelemetryItem[], nowMs: number) =>
              collector.offer(receiver, signal, items, nowMs) === null
      return new Sender(signal, traffic[signal], offer)
    })
    const limits = this.nodes('memory_limiter').flatMap(({ component }) => {
      const given = config!.components.processor.find(({ id }) => id === component)
      return given ? [memoryLimits(given.settings.value, totalMib).softMib] : []
    })
    this.softMib = limits.length === 0 ? null : Math.min(...limits)
  }

  /** @param ms milliseconds of the shop's time. */
  advance(ms: number): void {
    this.elapsedMs += ms
    while (this.tickedMs + tickMs <= this.elapsedMs) {
      this.tickedMs += tickMs
      for (const sender of this.senders) sender.advance(this.tickedMs)
      this.collector?.advance(this.tickedMs)
    }
  }

  view(): PipelineView {
    const { report, traffic, senders } = this
    const { config, stage, diagnoses } = report
    const calls = [...this.calls.values()]
    const all = calls.reduce((sum, { value }) => sum + value, 0)
    const failed = calls.reduce((sum, { value, isError }) => sum + (isError ? value : 0), 0)
    return {
      stage,
      diagnoses,
      lanes: this.lanes(),
      unused: this.unused(),
      extensions: config?.extensions.map(({ id }) => id) ?? [],
      senders: senders.map((sender) => ({
        signal: sender.signal,
        made: sender.made,
        waiting: sender.waitingCount,
        lost: sender.lost,
        hasReceiver: this.receiverOf(sender.signal) !== null,
      })),
      elapsedMs: this.tickedMs,
      backendUp: this.isUp(this.tickedMs),
      usedMib: this.collector?.usedMib ?? 0,
      softMib: this.softMib,
      stored: { spans: this.storedSpans, withPod: this.storedWithPod },
      errors: { made: traffic.errorShare, calls: all === 0 ? null : failed / all },
    }
  }

  private isUp(nowMs: number): boolean {
    return nowMs < downFromMs || nowMs >= downFromMs + this.params.downSeconds * 1000
  }

  private store(exporter: string, item: TelemetryItem): void {
    if (item.signal === 'traces') {
      this.storedSpans += 1
      if ('k8s.pod.name' in item.resource) this.storedWithPod += 1
    } else if (item.signal === 'metrics' && item.point.name.endsWith('.calls')) {
      const { attributes, value } = item.point
      const isError = attributes['status.code'] === 'STATUS_CODE_ERROR'
      this.calls.set(exporter + JSON.stringify(attributes), { value, isError })
    }
  }

  /** Fernhill's SDKs are given one address: that of the first OTLP receiver in a pipeline of the signal. */
  private receiverOf(signal: ItemSignal): string | null {
    const pipelines = this.report.config?.pipelines ?? []
    const receivers = pipelines.flatMap((pipeline) => (pipeline.signal === signal ? pipeline.receivers : []))
    const isConnector = (id: string) =>
      this.report.config!.components.connector.some((each) => each.id === id)
    return receivers.find(({ id }) => id.split('/')[0] === 'otlp' && !isConnector(id))?.id ?? null
  }

  private nodes(type: string) {
    return (this.report.graph?.nodes ?? []).filter(({ component }) => component.split('/')[0] === type)
  }

  private lanes(): LaneView[] {
    const pipelines = this.report.config?.pipelines ?? []
    return pipelines.map(({ id, signal, receivers, processors, exporters }) => ({
      id,
      signal,
      receivers: receivers.flatMap((ref) => this.boxes('receiver', ref.id, id, signal)),
      processors: processors.flatMap((ref) => this.boxes('processor', ref.id, id, signal)),
      exporters: exporters.flatMap((ref) => this.boxes('exporter', ref.id, id, signal)),
    }))
  }

  /** The instances behind a name in a pipeline: one, or for a connector one for each signal that it joins. */
  private boxes(
    role: 'receiver' | 'processor' | 'exporter',
    id: string,
    pipeline: string,
    signal: string,
  ): BoxView[] {
    const running = [...(this.collector?.nodes.values() ?? [])].filter(({ node }) => {
      if (node.component !== id || !node.pipelines.includes(pipeline)) return false
      if (node.kind === 'connector')
        return role === 'receiver' ? node.toSignal === signal : node.signal === signal
      return node.kind === role
    })
    if (running.length > 0) return running.map(boxOf)
    const isConnector = this.report.config?.components.connector.some((each) => each.id === id)
    const nothing = { entered: 0, left: 0, held: 0, outcomes: [], note: null, queue: null }
    const kind = isConnector ? 'connector' : role
    return [{ ...nothing, key: `${role}|${pipeline}|${id}`, kind, id, pipelines: [pipeline] }]
  }

  private unused(): { kind: ComponentKind; id: string }[] {
    const { config } = this.report
    if (config === null) return []
    const used = new Set(
      config.pipelines.flatMap(({ receivers, processors, exporters }) => [
        ...receivers.map(({ id }) => `receiver ${id}`),
        ...processors.map(({ id }) => `processor ${id}`),
        ...exporters.map(({ id }) => `exporter ${id}`),
        ...[...receivers, ...exporters].map(({ id }) => `connector ${id}`),
      ]),
    )
    for (const { id } of config.extensions) used.add(`extension ${id}`)
    return Object.values(config.components)
      .flat()
      .filter(({ kind, id }) => !used.has(`${kind} ${id}`))
      .map(({ kind, id }) => ({ kind, id }))
  }
}

function boxOf({ node, record, stage, note, queue }: RunningNode): BoxView {
  return {
    key: node.key,
    kind: node.kind,
    id: node.component,
    pipelines: node.pipelines,
    entered: record.entered,
    left: record.left,
    held: stage.held,
    outcomes: record.list(),
    note,
    queue: queue?.() ?? null,
  }
}

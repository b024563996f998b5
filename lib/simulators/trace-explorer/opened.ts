import type { LogRecord } from '../../engine/traffic/logs'
import type { OpenTrace } from '../trace/open-trace'
import type { HeatMark } from './heat'
import type { StatusStep } from './own-trace'

/** A request that was opened from its exemplar. */
export interface Opened {
  readonly mark: HeatMark
  /** Null where the backend has nothing under the exemplar's trace id. */
  readonly trace: OpenTrace | null
  /** Position of the row that takes most of the critical path, spans of one name together. */
  readonly culprit: number
  /** The record that says most of the culprit, and its row; null where nothing was written near it. */
  readonly log: { readonly record: LogRecord; readonly row: number } | null
  /** The trace of the consumer of its message, where that is a trace of its own and was kept. */
  readonly linkedTrace: OpenTrace | null
  /** How long the same request takes where nothing is made faster, in ms; null where nothing is, or it has no equal. */
  readonly beforeMs: number | null
  /** For a trace that was typed: what was done to the status of its spans, in order. */
  readonly steps: readonly StatusStep[]
}

/** A trace as it is found under an exemplar, or that there is none. */
export function openedTrace(
  mark: HeatMark,
  trace: OpenTrace | null,
  steps: readonly StatusStep[] = [],
): Opened {
  const culprit = trace === null ? -1 : (trace.shares[0]?.row ?? -1)
  const log = trace === null ? null : tellingLog(trace, culprit)
  return { mark, trace, culprit, log, linkedTrace: null, beforeMs: null, steps }
}

/** The gravest record of the culprit, or of the nearest span above it that has any; anywhere, if it is an error. */
function tellingLog({ rows }: OpenTrace, culprit: number): Opened['log'] {
  const gravest = (row: number) =>
    rows[row]!.logs.reduce<LogRecord | null>(
      (most, log) => (most === null || log.severityNumber > most.severityNumber ? log : most),
      null,
    )
  for (const row of rows.keys()) {
    const record = gravest(row)
    if (record !== null && record.severityNumber >= 17) return { record, row }
  }
  for (let row = culprit; row >= 0; row = rows[row]!.parent) {
    const record = gravest(row)
    if (record !== null) return { record, row }
  }
  return null
}

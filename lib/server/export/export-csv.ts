import 'server-only'
import { pool } from '../database'
import { KIND, SOURCE } from '../review-log'
import type { UserId } from '../session'

const columns = [
  ...['id', 'card_id', 'kind', 'grade', 'reviewed_at', 'local_day', 'zone', 'day_starts_at', 'duration_ms'],
  ...['source', 'undoes', 'until_day', 'flag', 'shift', 'variant_seed', 'received_at'],
] as const

/** The learner's whole log as CSV (RFC 4180), a line an event, oldest first; kinds and sources by name. */
export async function exportCsv(user: UserId): Promise<string> {
  const nameOf = (numbers: Record<string, number>, column: string) =>
    `CASE ${column} ${Object.entries(numbers)
      .map(([name, number]) => `WHEN ${number} THEN '${name}'`)
      .join(' ')} END AS ${column}`
  const instant = (column: string) =>
    `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ${column}`
  const selected = columns.map((column) => {
    if (column === 'kind') return nameOf(KIND, column)
    if (column === 'source') return nameOf(SOURCE, column)
    return column.endsWith('_at') && column !== 'day_starts_at' ? instant(column) : `${column}::text`
  })
  const { rows } = await pool.query<Record<string, string | null>>(
    `SELECT ${selected.join(', ')} FROM review_events log WHERE user_id = $1 ORDER BY log.reviewed_at, log.id`,
    [user],
  )
  const lines = rows.map((row) => columns.map((column) => toCell(row[column] ?? '')).join(','))
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

function toCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

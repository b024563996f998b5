import 'server-only'
import { inTransaction } from '../database'
import type { UserId } from '../session'
import { type ExportedTable, exportedTables } from './tables'

/** What the file says it is, and the version of its shape: see docs/export.md. */
export const EXPORT_FORMAT = 'spanwise-export'
export const EXPORT_VERSION = 1

/**
 * Everything in the learner's account as parts of one JSON text, all as of one moment. `now` in ms. Rows are
 * written as PostgreSQL writes them, under the names of their columns.
 */
export async function exportJson(user: UserId, now: number): Promise<string[]> {
  return inTransaction(async (tx) => {
    // One snapshot for all tables: a grade that arrives meanwhile is in all of them or in none.
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const head = { format: EXPORT_FORMAT, version: EXPORT_VERSION, exportedAt: new Date(now).toISOString() }
    const parts = [JSON.stringify(head).slice(0, -1)]
    for (const table of Object.keys(exportedTables) as ExportedTable[]) {
      const { owner, columns, orderBy } = exportedTables[table]
      // Names from the list above alone; the value is a parameter.
      const { rows } = await tx.query<{ row: string }>(
        `SELECT row_to_json(part)::text AS row FROM (
           SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM ${table}
           WHERE ${owner} = $1 ORDER BY ${orderBy}
         ) AS part`,
        [user],
      )
      parts.push(`,\n"${table}":[\n`, rows.map(({ row }) => row).join(',\n'), ']')
    }
    parts.push('}\n')
    return parts
  })
}

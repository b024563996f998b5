import { expect, test } from 'vitest'
import { localDay } from '@/lib/review/day'
import { zonesWithChanges } from '../review/zones'
import { pool } from '../support/database'

test('PostgreSQL, asked with its own zone data, names the same day, but for the hour that comes twice', async () => {
  for (const { zone, changes } of zonesWithChanges) {
    const instants = changes.flatMap((change) =>
      // Hours on either side; the hours after a change back are the ones where a wall clock cannot tell.
      Array.from({ length: 192 }, (_, index) => Date.parse(change) + (index - 96) * 1_800_000),
    )
    const { rows } = await pool.query<{ ms: string; day: string }>(
      `SELECT (extract(epoch FROM t) * 1000)::bigint AS ms,
         ((t AT TIME ZONE $2) - interval '4 hours')::date::text AS day
       FROM unnest($1::timestamptz[]) AS t`,
      [instants.map((at) => new Date(at).toISOString()), zone],
    )
    const differing = rows.filter((row) => localDay(Number(row.ms), zone, 4) !== row.day)
    expect(differing, zone).toEqual([])
  }
})

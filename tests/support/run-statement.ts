import pg from 'pg'

/** Runs one statement on a connection of its own: what creates or drops a database cannot share one. */
export async function runStatement(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

import { trafficInstruments } from '../../engine/traffic/measurements'
import type { Span } from '../../engine/traffic/span'

const [server, client, database, send, process, wait] = trafficInstruments.map(({ name }) => name)

/** The histogram that a span's duration was counted in, in seconds; null for a span that is not measured. */
export function measuredAs({ kind, attributes }: Span): string | null {
  switch (kind) {
    case 'SERVER':
      return server!
    case 'CLIENT':
      return 'db.system.name' in attributes ? database! : client!
    case 'PRODUCER':
      return send!
    case 'CONSUMER':
      return process!
    case 'INTERNAL':
      return 'db.client.connection.pool.name' in attributes ? wait! : null
  }
}

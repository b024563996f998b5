import { version } from '@/package.json'

export const dynamic = 'force-dynamic'

/** The process is alive. It asks nothing of the database: a restart would not mend that. */
export function GET() {
  return Response.json({ ok: true, version, uptimeSeconds: Math.floor(process.uptime()) })
}

import { findReadiness } from '@/lib/server/readiness'

export const dynamic = 'force-dynamic'

/** Requests can be served: 200, or 503 with the reason's code. */
export async function GET() {
  const readiness = await findReadiness()
  return Response.json(readiness, { status: readiness.ready ? 200 : 503 })
}

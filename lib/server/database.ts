import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from './env'
import { PrismaClient } from './generated/client'

const shared = globalThis as typeof globalThis & { spanwiseDatabase?: PrismaClient }

/**
 * The one client of the process. It hangs on globalThis always: a production server loads this module
 * once for pages and once for route handlers, and would else open two pools.
 */
shared.spanwiseDatabase ??= new PrismaClient({
  adapter: new PrismaPg({ connectionString: env.DATABASE_URL }),
})
export const database = shared.spanwiseDatabase

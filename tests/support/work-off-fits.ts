/** A program that works at fits as a server does, for a test that kills it. Its database is DATABASE_URL's. */
import { workOffFits } from '../../lib/server/fit-jobs'

await workOffFits()
process.exit(0)

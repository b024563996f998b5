/** `npm run reports`: what learners reported about cards, the latest first, one JSON object a line. Names nobody. */
import { database } from '../lib/server/database'

const reports = await database.cardReport.findMany({
  select: { createdAt: true, cardId: true, text: true },
  orderBy: { createdAt: 'desc' },
  take: 500,
})
for (const report of reports) console.log(JSON.stringify(report))
process.exit(0)

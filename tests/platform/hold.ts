// Holds the database in the folder that is named, as a start does, until it is asked to stop.
import { holdDatabase } from '../../scripts/postgres/lease'

const folder = process.argv[2]
if (!folder) throw new Error('Name the folder.')
holdDatabase(folder).then((lease) => {
  process.on('SIGTERM', () => lease.release().then(() => process.exit(0)))
  console.log(`holding ${lease.url}`)
})
setInterval(() => {}, 60_000)

import path from 'node:path'
import { build } from './build'
import { Refusal } from './refusal'

/** `npm run build`: the production build, whether needed or not. It asks for no database. */
build(path.join(import.meta.dirname, '..')).catch((error) => {
  console.error(error instanceof Refusal ? error.message : error)
  process.exit(1)
})

import path from 'node:path'
import { ensureBuild } from '../../scripts/build'

/** The tests of whole servers run on a build of the present sources. */
export default function setup(): Promise<void> {
  return ensureBuild(path.join(import.meta.dirname, '../..'))
}

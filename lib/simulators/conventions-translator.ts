import { type ConventionsParams, conventionsParams } from './conventions-translator/params'
import { conventionsPresets } from './conventions-translator/presets'
import { type ConventionsView, createConventionsView, runMs } from './conventions-translator/view'
import type { Simulator } from './simulator'

/** Three services on their way from old names to new, a query that knows one or both, and a table of the names. */
export const conventionsTranslator: Simulator<ConventionsParams, ConventionsView> = {
  name: 'conventions-translator',
  params: conventionsParams,
  presets: conventionsPresets,
  stepMs: 1000,
  lastsMs: runMs,
  start(params) {
    const viewAt = createConventionsView(params)
    let elapsedMs = 0
    return {
      advance(ms) {
        elapsedMs += ms
      },
      view: () => viewAt(elapsedMs),
    }
  },
}

import type { PolicyProgram } from '../evaluator'
import { anySpan } from './any-span'

/**
 * Samples a trace with any span whose W3C sampled flag (bit 0) is set.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/trace_flags.go.
 */
export const traceFlags: PolicyProgram = anySpan((table) => (row) => (table.flags(row) & 1) === 1)

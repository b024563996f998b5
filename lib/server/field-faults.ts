import 'server-only'
import type { ZodError } from 'zod'
import type { FieldFaults } from '../result'

/** The first fault of each field, by the field's name; faults of the whole stand under an empty name. */
export function fieldFaults(error: ZodError): FieldFaults {
  const faults: FieldFaults = {}
  for (const issue of error.issues) faults[String(issue.path[0] ?? '')] ??= issue.message
  return faults
}

import type { Problem } from './problem'

export type BaggageField = 'list' | 'member' | 'key' | 'value' | 'property'

export type BaggageProblemCode =
  | 'no-equals-sign'
  | 'empty-key'
  | 'key-character'
  | 'empty-value'
  | 'value-character'
  | 'property-character'
  | 'undecodable'
  | 'duplicate-key'
  | 'too-many-members'
  | 'member-too-long'
  | 'too-long'

/** Why a member was not taken or not sent. Baggage problems never touch the trace itself. */
export type BaggageProblem = Problem<BaggageField, BaggageProblemCode>

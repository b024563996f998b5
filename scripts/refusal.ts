/**
 * A reason not to go on that the person at the terminal can act on: one sentence that says what to do.
 * Scripts print it alone, without a stack, and exit with code 1.
 */
export class Refusal extends Error {
  override name = 'Refusal'
}

import fc from 'fast-check'
import { boundWeights, standardWeights, type Weights } from '@/lib/review/memory'

/** Weights such as a fit could come to: each up to three times, or down to a third of, what everyone begins with. */
export const anyWeights: fc.Arbitrary<Weights> = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: standardWeights.length,
    maxLength: standardWeights.length,
  })
  .map((exponents) => boundWeights(standardWeights.map((weight, place) => weight * 3 ** exponents[place]!))!)

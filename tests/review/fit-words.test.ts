import { expect, test } from 'vitest'
import { fitWords } from '@/lib/review/fit-words'
import { standardWeights } from '@/lib/review/memory'

const compared = { reviews: 2062, heldOut: 412, weights: standardWeights, lossBefore: 0.4, lossAfter: 0.376 }

test('a better fit says by how much, on which reviews, and that it had not seen them', () => {
  const [first, second] = fitWords({ outcome: 'better', ...compared })
  expect(first).toBe('On your last 412 reviews these would have been 6.0 % closer to what you remembered.')
  expect(second).toContain('fitted to the 1,650 reviews before those')
  expect(second).toContain('0.4000 with the weights then in use and 0.3760 with the fitted ones')
})

test('a gain that rounds to nothing is not made bigger', () => {
  expect(fitWords({ outcome: 'better', ...compared, lossAfter: 0.39999 })[0]).toContain(
    'less than 0.1 % closer',
  )
})

test('a fit that is not better, has too few reviews or came to no end says that nothing changes', () => {
  expect(fitWords({ outcome: 'not_better', ...compared })[0]).toContain('The weights in use stay.')
  const few = fitWords({ outcome: 'too_few', reviews: 1 }).join(' ')
  expect(few).toContain('You have 1 review on a later day')
  expect(few).toContain('A fit needs 400.')
  expect(fitWords({ outcome: 'failed' })[0]).toContain('as they were')
})

test('no outcome promises that one learns better', () => {
  const all = [
    fitWords({ outcome: 'better', ...compared }),
    fitWords({ outcome: 'not_better', ...compared }),
    fitWords({ outcome: 'too_few', reviews: 3 }),
  ]
  expect(all.flat().join(' ')).not.toMatch(/learn|remember more|faster/i)
})

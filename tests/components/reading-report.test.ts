import { beforeEach, expect, test, vi } from 'vitest'
import { makeReport } from '../../components/lesson/reading-report'
import type { ReadingInput } from '../../lib/content/reading-input'

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

function recorder(answers: (boolean | Error)[] = []) {
  const sent: ReadingInput[] = []
  const report = makeReport('one', async (reading) => {
    sent.push(reading)
    const answer = answers.shift() ?? true
    if (answer instanceof Error) throw answer
    return answer
  })
  return { sent, report }
}

test('what is read within a moment goes in one batch, with where the reader is', async () => {
  const { sent, report } = recorder()
  report.visit('a')
  report.read('a')
  report.visit('b')
  report.read('b')
  expect(sent).toEqual([])
  await vi.runAllTimersAsync()
  expect(sent).toEqual([{ lesson: 'one', read: ['a', 'b'], at: 'b' }])
})

test('nothing new sends nothing', async () => {
  const { sent, report } = recorder()
  await report.send()
  report.read('a')
  await report.send()
  await report.send()
  await vi.runAllTimersAsync()
  expect(sent).toHaveLength(1)
})

test.each([
  ['is refused', false],
  ['is cut off', new Error('offline')],
] as const)('a batch that %s goes along with the next one', async (_, answer) => {
  const { sent, report } = recorder([answer])
  report.read('a')
  await vi.runAllTimersAsync()
  report.read('b')
  await vi.runAllTimersAsync()
  expect(sent.map(({ read }) => read)).toEqual([['a'], ['a', 'b']])
})

import * as z from 'zod/mini'
import type { Simulator } from '@/lib/simulators/simulator'

const params = z.object({
  seed: z.int().check(z.minimum(0)),
  rate: z.number().check(z.minimum(0), z.maximum(1)),
  name: z.string().check(z.maxLength(5)),
  doubled: z.boolean(),
})

type CounterParams = z.infer<typeof params>

const start: CounterParams = { seed: 1, rate: 0.1, name: 'a', doubled: false }
const prediction = { question: 'How far?', options: [{ text: 'Far.', holds: (count: number) => count > 5 }] }

/** The smallest simulator there can be: it counts milliseconds, from its seed on. */
export const counter: Simulator<CounterParams, number> = {
  name: 'counter',
  params,
  presets: [
    { id: 'plain', title: 'Plain', params: start, prediction },
    { id: 'twice', title: 'Twice', params: { ...start, doubled: true }, prediction },
  ],
  stepMs: 100,
  lastsMs: 1000,
  start({ seed, doubled }) {
    let count = seed
    return {
      advance(ms) {
        count += doubled ? 2 * ms : ms
      },
      view: () => count,
    }
  },
}

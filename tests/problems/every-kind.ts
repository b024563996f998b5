import { createRandom } from '@/lib/engine/random'
import { catalogue, type ProblemName, problemNames } from '@/lib/problems/catalogue'
import { type Generator, generate } from '@/lib/problems/generator'
import type { Problem } from '@/lib/problems/problem'
import { loadGenerator } from '@/lib/problems/registry'
import { makeSeed } from '@/lib/problems/seed'

export interface Kind {
  name: ProblemName
  /** The problem of some chance, with the parameters as a card would give them. */
  draw(chance: number, params?: object): Problem
}

/** Every kind of problem, ready to draw. */
export const kinds: readonly Kind[] = await Promise.all(
  problemNames.map(async (name) => {
    const generator = (await loadGenerator(name)) as Generator
    return {
      name,
      draw(chance: number, params: object = {}) {
        const made = generate(generator, makeSeed(catalogue[name].version, chance), params)
        if (!made.ok) throw new Error(`${name} refused a seed of its own version`)
        return made.problem
      },
    }
  }),
)

export function kindOf(name: ProblemName): Kind {
  return kinds.find((kind) => kind.name === name)!
}

/** Chances that are spread over all 32 bits, the same at each run. */
export function chances(count: number): number[] {
  const random = createRandom(2026)
  return Array.from({ length: count }, () => random.uint32())
}

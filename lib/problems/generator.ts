import * as z from 'zod/mini'
import { createRandom, type Random } from '../engine/random'
import { catalogue, type ParamsOf, type ProblemName } from './catalogue'
import type { Problem } from './problem'
import { versionOfSeed } from './seed'

/** Makes problems of one kind. Pure: the same dice and parameters give the same problem. */
export interface Generator<N extends ProblemName = ProblemName> {
  readonly name: N
  make(random: Random, params: ParamsOf<N>): Problem
}

/** A problem of a seed; or, for a seed of another version of the generator, the two versions. */
export type Generated =
  | { readonly ok: true; readonly problem: Problem }
  | { readonly ok: false; readonly seedVersion: number; readonly version: number }

/**
 * The problem of a seed. A seed of another version is refused instead of being shown as something that it did not
 * mean. Throws for parameters that the catalogue refuses: cards are checked when the content is read.
 */
export function generate<N extends ProblemName>(
  generator: Generator<N>,
  seed: number,
  params: unknown,
): Generated {
  const { version, params: schema } = catalogue[generator.name]
  const seedVersion = versionOfSeed(seed)
  if (seedVersion !== version) return { ok: false, seedVersion, version }
  const read = z.parse(schema, params) as ParamsOf<N>
  return { ok: true, problem: generator.make(createRandom(seed), read) }
}

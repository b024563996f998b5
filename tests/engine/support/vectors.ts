import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** One case of tests/engine/vectors: what goes in, what must come out, and where that is written. */
export interface Vector {
  readonly name: string
  readonly input: Record<string, unknown>
  readonly expected: unknown
  readonly source: string
  readonly [remark: string]: unknown
}

export function readVectors(file: string): readonly Vector[] {
  const path = new URL(`../vectors/${file}.json`, import.meta.url)
  return (JSON.parse(readFileSync(path, 'utf8')) as { cases: Vector[] }).cases
}

/**
 * Runs every case of a vector file through an adapter, which answers in the words of the file. Every property
 * that the case expects must be equal; an adapter that does not know a case's shape must throw.
 */
export function checkVectors(file: string, adapt: (input: Vector['input'], vector: Vector) => unknown): void {
  const vectors = readVectors(file)
  test.each(vectors.map((vector) => [vector.name, vector] as const))(`${file}: %s`, (_, vector) => {
    const actual = adapt(vector.input, vector)
    if (vector.expected !== null && typeof vector.expected === 'object') {
      expect(actual).toEqual(expect.objectContaining(vector.expected as object))
    } else expect(actual).toEqual(vector.expected)
  })
}

/** For an input whose shape no branch of an adapter knows. */
export function unknownShape(input: Vector['input']): never {
  throw new Error(`No adapter for the input ${JSON.stringify(input).slice(0, 200)}`)
}

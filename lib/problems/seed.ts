const chances = 0x1_0000_0000
/** So that a seed stays a whole number that every number format keeps exactly (2^53). */
const mostVersions = 0x20_0000

/**
 * The seed of a problem: a whole number below 2^53 that says which version of its generator it was drawn for, so that
 * a review of years ago can be shown again, or is known to be of another version.
 *
 * @param version from 1.
 * @param chance 32 bits of chance.
 */
export function makeSeed(version: number, chance: number): number {
  return (version % mostVersions) * chances + (chance >>> 0)
}

/** The version that a seed was drawn for; 0 for a number that is none of ours. */
export function versionOfSeed(seed: number): number {
  return Number.isSafeInteger(seed) && seed >= 0 ? Math.floor(seed / chances) : 0
}

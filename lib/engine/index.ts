/**
 * The telemetry engine: what OpenTelemetry and W3C say, as pure functions. No clock, no dice, no DOM, no Node:
 * time and `Random` are arguments, so everything here runs unchanged in Node, a browser and a Web Worker.
 */

// ---- Chance and hashing -----------------------------------------------------------------------------------
export { fnv1a32, fnv1a64, fnv1a64Into, fnv64OffsetBasis } from './hash'
export { createRandom, forkRandom, type Random } from './random'

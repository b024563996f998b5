import type { Attributes } from '../attribute'
import type { Fault } from './fault'
import type { SpanCatalog } from './span-batch'

/** A fault with its instances found. */
export type CompiledFault<Kind extends Fault['kind'] = Fault['kind']> = Extract<Fault, { kind: Kind }> & {
  /** 1 for each resource of the catalog on which it is; null for all. */
  readonly resources: Uint8Array | null
}

/** A changed call with its probability as a threshold for 32 random bits. */
export type ChangedCalls = CompiledFault<'changed-calls'> & { readonly madeBelow: number }

/** Finds the instances that a fault is on. */
export function compileFault<F extends Fault>(fault: F, { resources }: SpanCatalog) {
  const { on } = fault
  if (on === undefined) return { ...fault, resources: null }
  return {
    ...fault,
    resources: Uint8Array.from(resources, ({ attributes }) => Number(hasAll(attributes, on))),
  }
}

/** Whether a fault is on at a moment, in ms, on an instance, as a position in the catalog's resources. */
export function isActive(fault: CompiledFault, atMs: number, resource: number): boolean {
  return (
    atMs >= fault.fromMs && atMs < fault.toMs && (fault.resources === null || fault.resources[resource] === 1)
  )
}

/** How many times as long a target takes. */
export function slowness(faults: readonly CompiledFault[], atMs: number, resource: number): number {
  let factor = 1
  for (const fault of faults)
    if (fault.kind === 'slow-dependency' && isActive(fault, atMs, resource)) factor *= fault.factor
  return factor
}

/** The least rate (0..1) at which a target fails. */
export function leastFailures(faults: readonly CompiledFault[], atMs: number, resource: number): number {
  let rate = 0
  for (const fault of faults)
    if ((fault.kind === 'error-burst' || fault.kind === 'retry-storm') && isActive(fault, atMs, resource))
      rate = Math.max(rate, fault.rate)
  return rate
}

/** The retry storm that a call to a target is under, on the caller's instance; null for none. */
export function stormOf(
  faults: readonly CompiledFault[],
  atMs: number,
  resource: number,
): CompiledFault<'retry-storm'> | null {
  for (const fault of faults)
    if (fault.kind === 'retry-storm' && isActive(fault, atMs, resource)) return fault
  return null
}

/** How long a connection is held beyond its query, in ms. */
export function leakMs(faults: readonly CompiledFault[], atMs: number, resource: number): number {
  let heldMs = 0
  for (const fault of faults)
    if (fault.kind === 'connection-leak' && isActive(fault, atMs, resource))
      heldMs = Math.max(heldMs, fault.heldMs)
  return heldMs
}

/** How much longer a message sent at `atMs` waits, in ms, for whichever consumer. */
export function backlogMs(faults: readonly CompiledFault[], atMs: number): number {
  let waitMs = 0
  for (const fault of faults)
    if (fault.kind === 'queue-backlog' && atMs >= fault.fromMs && atMs < fault.toMs)
      waitMs += (atMs - fault.fromMs) * fault.growth
  return waitMs
}

/** The change that a call is under; undefined for none. */
export function changeOf(
  changes: readonly ChangedCalls[],
  atMs: number,
  resource: number,
): ChangedCalls | undefined {
  for (const change of changes) if (isActive(change, atMs, resource)) return change
  return undefined
}

function hasAll(attributes: Attributes, wanted: Attributes): boolean {
  return Object.entries(wanted).every(([key, value]) => attributes[key] === value)
}

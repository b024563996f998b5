import type { Signal } from './component-id'
import type { ComponentKind } from './component-kind'
import type { ConfigNode } from './config-node'
import type { Decoded } from './decode'
import type { Schema } from './schema'

/** What decoded settings are found wrong by: a message in the Collector's words, and where below the component. */
export interface SettingsFault {
  readonly message: string
  /** Keys and positions from the component's settings to the place, as far as it exists. */
  readonly path?: readonly (string | number)[]
}

/** Settings as decoded, with the node they come from for what decoding leaves out (keys without value). */
export interface GivenSettings {
  readonly value: { readonly [key: string]: Decoded }
  readonly node: ConfigNode | null
  readonly featureGates: ReadonlySet<string>
  /** Absent settings are Go's zero values instead of the factory's defaults: a bare Go struct, not a file. */
  readonly bare?: boolean
}

/** A type of component that the Collector has built in. */
export interface ComponentType {
  /** Signals it handles; empty for an extension. */
  readonly signals: readonly Signal[]
  /** For a connector: the signals it turns into which. */
  readonly pairs?: readonly (readonly [Signal, Signal])[]
  /** Its settings, where they are known; otherwise anything is accepted. */
  readonly schema?: Schema
  /** What its Validate says, before any pipeline is built. */
  validate?(given: GivenSettings): readonly SettingsFault[]
  /** What its Start says, once the pipelines are built. */
  start?(given: GivenSettings): readonly SettingsFault[]
  /** What we would say, though the Collector says nothing. */
  warn?(given: GivenSettings): readonly SettingsFault[]
}

/** All component types of a distribution, by kind and type. */
export type ComponentCatalogue = Readonly<Record<ComponentKind, Readonly<Record<string, ComponentType>>>>

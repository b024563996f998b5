import { contribCatalogue } from './catalogue'
import type { ComponentKind } from './component-kind'
import { decodeSettings, placeOf } from './component-settings'
import type { ComponentCatalogue } from './component-type'
import { parseConfigNode } from './config-node'
import type { Decoded } from './decode'
import { type Diagnosis, documentStart, errorAt, warningAt } from './diagnosis'

/**
 * Reads the settings of one component, the part of the YAML below its id, and says what the Collector would, without the
 * prefix that names the component: decode errors, or else what Validate says, or else what Start says. Warnings follow.
 *
 * @returns the decoded settings too (durations in milliseconds), null where they do not decode.
 */
export function validateComponent(
  kind: ComponentKind,
  type: string,
  text: string,
  options: {
    readonly catalogue?: ComponentCatalogue
    readonly featureGates?: readonly string[]
    /** Take Go's zero values for what is absent, as a bare struct has, instead of the factory's defaults. */
    readonly bare?: boolean
  } = {},
): {
  readonly settings: { readonly [key: string]: Decoded } | null
  readonly diagnoses: readonly Diagnosis[]
} {
  const catalogue = options.catalogue ?? contribCatalogue
  const { root, diagnoses } = parseConfigNode(text)
  if (diagnoses.length > 0) return { settings: null, diagnoses }
  if (!Object.hasOwn(catalogue[kind], type)) {
    return {
      settings: null,
      diagnoses: [errorAt(documentStart, '', `unknown type: ${JSON.stringify(type)}`)],
    }
  }
  const component = catalogue[kind][type]!
  const empty = root?.kind === 'scalar' && root.value === null
  const decoded = decodeSettings(component, empty ? null : root, new Set(options.featureGates))
  const { errors } = decoded
  const given = { ...decoded.given, bare: options.bare ?? false }
  if (errors.length > 0) {
    return { settings: null, diagnoses: errors.map(({ at, name, message }) => errorAt(at, name, message)) }
  }
  const invalid = component.validate?.(given) ?? []
  const faults = invalid.length > 0 ? invalid : (component.start?.(given) ?? [])
  const place = (fault: { path?: readonly (string | number)[] }) => (fault.path ?? []).join('::')
  return {
    settings: given.value,
    diagnoses: [
      ...faults.map((fault) => errorAt(placeOf(root, fault, documentStart), place(fault), fault.message)),
      ...(component.warn?.(given) ?? []).map((fault) =>
        warningAt(placeOf(root, fault, documentStart), place(fault), fault.message),
      ),
    ],
  }
}

/** As much of hast, with MDX in it, as our plugins read and write. */
export interface MdxNode {
  type: string
  tagName?: string
  name?: string | null
  value?: string
  properties?: Record<string, unknown>
  attributes?: { type: string; name?: string; value?: unknown }[]
  children?: MdxNode[]
  position?: unknown
  data?: { meta?: string | null; estree?: unknown }
}

/** As much of a vfile as our plugins use. `fail` throws, and the build then names file, line and column. */
export interface MdxFile {
  fail(reason: string, place?: unknown): never
}

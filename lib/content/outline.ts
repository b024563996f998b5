/** A section of a lesson: what stands under one `##`. Made from the lesson at build time by mdx/sections.mjs. */
export interface LessonSection {
  /** The slug of the heading; also the anchor. */
  id: string
  title: string
  /** The section's own heading and those under it, in order. */
  headings: { id: string; title: string }[]
  /** Its words, for search. */
  text: string
}

/** `preview` is what a signed-out reader gets. */
export type Access = 'preview' | 'full'

/** Whether a section may be read: signed out, the first and the one called Summary. */
export function isReadable(access: Access, section: { id: string; index: number }): boolean {
  return access === 'full' || section.index === 0 || section.id === 'summary'
}

/** The sections as a list of contents names them. */
export function listContents(sections: readonly LessonSection[], access: Access) {
  return sections.map(({ id, title }, index) => ({ id, title, readable: isReadable(access, { id, index }) }))
}

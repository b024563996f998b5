import GithubSlugger from 'github-slugger'

/** A heading of a lesson's source. */
export interface Heading {
  /** 2..4 */
  depth: number
  title: string
  /** As rehype-slug makes it. */
  slug: string
  /** 1-based line in the source */
  line: number
}

/** The headings (## to ####) of a lesson's MDX, in order; lines inside fenced code are not headings. */
export function listHeadings(mdx: string): Heading[] {
  const slugger = new GithubSlugger()
  const headings: Heading[] = []
  let fence: string | null = null
  for (const [index, text] of mdx.split('\n').entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1]
    if (mark && fence === null) fence = mark
    else if (mark && fence !== null && mark.startsWith(fence)) fence = null
    const match = fence === null ? /^(#{1,6})\s+(.+?)\s*#*$/.exec(text) : null
    if (!match) continue
    const title = match[2]!.replace(/[`*_]/g, '')
    // Every heading feeds the slugger, as it does in rehype-slug, so that repeated titles number alike.
    const slug = slugger.slug(title)
    const depth = match[1]!.length
    if (depth >= 2 && depth <= 4) headings.push({ depth, title, slug, line: index + 1 })
  }
  return headings
}

import { listHeadings } from '@/lib/content/lesson-outline'
import { listLinks } from '@/lib/content/lesson-source'

/**
 * The hosts that a lesson may send its readers to: specifications, the projects' own pages, the manuals of what the
 * examples run on, the SRE books.
 */
export const allowedHosts = [
  'opentelemetry.io',
  'github.com',
  'www.w3.org',
  'prometheus.io',
  'sre.google',
  'www.postgresql.org',
  'redis.io',
] as const

/** The anchors of each lesson that a link may lead to, by its slug; none for a lesson that cannot be opened yet. */
export type Anchors = ReadonlyMap<string, ReadonlySet<string>>

/** The anchors of lessons, read off their headings. */
export const anchorsOf = (lessons: readonly { slug: string; lesson: string }[]): Anchors =>
  new Map(lessons.map(({ slug, lesson }) => [slug, headingsOf(lesson)]))

/** Links that lead nowhere, or to a host that nobody has agreed to. */
export function checkLinks(
  mdx: string,
  slugs: readonly string[],
  anchors: Anchors,
): { line: number; message: string }[] {
  const own = headingsOf(mdx)
  return listLinks(mdx).flatMap(({ value, line }) => {
    const fault = judgeLink(value, own, slugs, anchors)
    return fault ? [{ line, message: `${value} ${fault}` }] : []
  })
}

const headingsOf = (mdx: string): ReadonlySet<string> =>
  new Set(listHeadings(mdx).map((heading) => heading.slug))

function judgeLink(
  href: string,
  own: ReadonlySet<string>,
  slugs: readonly string[],
  anchors: Anchors,
): string | null {
  if (href.startsWith('#')) return own.has(href.slice(1)) ? null : 'is not a heading of this lesson'
  if (href.startsWith('/')) {
    const [, slug, anchor] = /^\/learn\/([a-z0-9-]+)(?:#(.*))?$/.exec(href) ?? []
    if (slug === undefined || !slugs.includes(slug)) return 'is not a page of the course'
    return anchor === undefined || anchors.get(slug)?.has(anchor) ? null : 'is not a heading of that lesson'
  }
  if (!URL.canParse(href)) return 'is not a URL'
  const { protocol, hostname } = new URL(href)
  if (protocol !== 'https:') return 'is not https'
  return (allowedHosts as readonly string[]).includes(hostname)
    ? null
    : 'leads to a host that is not in the list'
}

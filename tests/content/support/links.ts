import { listHeadings } from '@/lib/content/lesson-outline'
import { listLinks } from '@/lib/content/lesson-source'

/** The hosts that a lesson may send its readers to: specifications, the projects' own pages, the manuals of
 * what the examples run on, the SRE books. */
export const allowedHosts = [
  'opentelemetry.io',
  'github.com',
  'www.w3.org',
  'prometheus.io',
  'sre.google',
  'www.postgresql.org',
  'redis.io',
] as const

/** Links that lead nowhere, or to a host that nobody has agreed to. */
export function checkLinks(mdx: string, slugs: readonly string[]): { line: number; message: string }[] {
  const anchors = new Set(listHeadings(mdx).map((heading) => heading.slug))
  return listLinks(mdx).flatMap(({ value, line }) => {
    const fault = judgeLink(value, anchors, slugs)
    return fault ? [{ line, message: `${value} ${fault}` }] : []
  })
}

function judgeLink(href: string, anchors: ReadonlySet<string>, slugs: readonly string[]): string | null {
  if (href.startsWith('#')) return anchors.has(href.slice(1)) ? null : 'is not a heading of this lesson'
  if (href.startsWith('/')) {
    const slug = /^\/learn\/([a-z0-9-]+)(#.*)?$/.exec(href)?.[1]
    return slug && slugs.includes(slug) ? null : 'is not a page of the course'
  }
  if (!URL.canParse(href)) return 'is not a URL'
  const { protocol, hostname } = new URL(href)
  if (protocol !== 'https:') return 'is not https'
  return (allowedHosts as readonly string[]).includes(hostname)
    ? null
    : 'leads to a host that is not in the list'
}

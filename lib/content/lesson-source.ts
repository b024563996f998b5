/** A fenced block of a lesson's source. */
export interface Fence {
  /** The first word after the backticks; empty if there is none. */
  language: string
  /** The words after the language. */
  meta: string
  code: string
  /** 1-based line of the opening backticks. */
  line: number
}

/** Something found in a source, and where: 1-based line. */
export interface Found {
  value: string
  line: number
}

/** The front matter of an MDX source as it stands between its lines, in YAML; empty if there is none. */
export function readFrontmatter(mdx: string): string {
  return /^---\n([\s\S]*?)\n---\n/.exec(mdx)?.[1] ?? ''
}

/** The fenced blocks of an MDX source, in order. */
export function listFences(mdx: string): Fence[] {
  const fences: Fence[] = []
  let open: (Fence & { mark: string; lines: string[] }) | null = null
  for (const [index, text] of mdx.split('\n').entries()) {
    const mark = /^\s*(`{3,}|~{3,})(.*)$/.exec(text)
    if (open === null && mark) {
      const [language = '', ...meta] = mark[2]!.trim().split(/\s+/)
      open = { language, meta: meta.join(' '), code: '', line: index + 1, mark: mark[1]!, lines: [] }
    } else if (open !== null && mark?.[1]?.startsWith(open.mark)) {
      const { language, meta, line, lines } = open
      fences.push({ language, meta, line, code: lines.join('\n') })
      open = null
    } else open?.lines.push(text)
  }
  return fences
}

/** The same lines, with what stands inside fences made empty. */
export function blankFences(mdx: string): string {
  const lines = mdx.split('\n')
  for (const fence of listFences(mdx)) {
    const length = fence.code === '' ? 0 : fence.code.split('\n').length
    lines.fill('', fence.line - 1, fence.line + length + 1)
  }
  return lines.join('\n')
}

/** The card ids that `<Recall card="…" />` names, in order, outside fences. */
export function listRecalls(mdx: string): Found[] {
  return find(mdx, /<Recall\b[^>]*\bcard="([^"]*)"/g)
}

/** The targets of Markdown links, outside fences. */
export function listLinks(mdx: string): Found[] {
  return find(mdx, /\[[^\]]*\]\(([^)\s]+)\)/g)
}

function find(mdx: string, pattern: RegExp): Found[] {
  return blankFences(mdx)
    .split('\n')
    .flatMap((text, index) =>
      [...text.matchAll(pattern)].map((match) => ({ value: match[1]!, line: index + 1 })),
    )
}

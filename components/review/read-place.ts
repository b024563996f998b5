/** What is of no use outside its lesson: prompts, simulators, switches, and whatever would run. */
const LEFT = 'script, style, button, input, select, label, template, .recall, .recall-again, .no-print'

/**
 * What a lesson says under one of its headings, up to the next, as nodes of this document: taken from the
 * lesson's own page, as the network or what this browser keeps has it. Null where neither has.
 */
export async function readPlace(lesson: string, heading: string | null): Promise<Node[] | null> {
  const path = `/learn/${lesson}`
  const html = await fetchPage(path)
  if (html === null) return null
  const page = new DOMParser().parseFromString(html, 'text/html')
  const start = heading === null ? page.querySelector('.lesson-section > h2') : page.getElementById(heading)
  if (!start) return null
  const nodes: Element[] = []
  for (
    let next = start.nextElementSibling;
    next && !/^H[23]$/.test(next.tagName);
    next = next.nextElementSibling
  )
    if (!next.matches(LEFT)) nodes.push(next)
  for (const node of nodes) {
    for (const left of node.querySelectorAll(LEFT)) left.remove()
    for (const link of node.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'))
      link.setAttribute('href', path + link.getAttribute('href'))
  }
  const told = nodes.filter((node) => node.textContent?.trim() !== '')
  return told.length === 0 ? null : told.map((node) => document.importNode(node, true))
}

async function fetchPage(path: string): Promise<string | null> {
  try {
    const response = await fetch(path, { signal: AbortSignal.timeout(10_000) })
    if (response.ok) return await response.text()
  } catch {
    // No network: the lesson may have been opened here before.
  }
  const kept = await globalThis.caches?.match(path).catch(() => undefined)
  return kept ? kept.text() : null
}

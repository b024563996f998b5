const blocks = new Set(['p', 'li', 'td', 'th', 'tr', 'pre', 'h2', 'h3', 'h4', 'blockquote', 'dt', 'dd'])

/**
 * The words of a node as a reader meets them, blocks set apart by a space. Titles and terms that a lesson
 * gives to a component as attributes are words too.
 *
 * @param {import('./nodes.d.mts').MdxNode} node
 * @returns {string}
 */
export function textOf(node) {
  return gather(node).replace(/\s+/g, ' ').trim()
}

/** @param {import('./nodes.d.mts').MdxNode} node @returns {string} */
function gather(node) {
  if (node.type === 'text') return node.value ?? ''
  const inside = (node.children ?? []).map(gather).join('')
  if (node.type === 'element') return blocks.has(node.tagName ?? '') ? ` ${inside} ` : inside
  if (node.type.startsWith('mdxJsx')) return ` ${attributeWords(node)} ${inside} `
  return inside
}

/** @param {import('./nodes.d.mts').MdxNode} node */
function attributeWords(node) {
  const spoken = (node.attributes ?? []).filter(
    (attribute) =>
      (attribute.name === 'title' || attribute.name === 'term') && typeof attribute.value === 'string',
  )
  return spoken.map((attribute) => attribute.value).join(' ')
}

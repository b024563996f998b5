import { lessonNames } from './names.mjs'
import { textOf } from './text.mjs'

/** @typedef {import('./nodes.d.mts').MdxNode} MdxNode */
/** @typedef {import('./nodes.d.mts').MdxFile} MdxFile */

const known = new Set(/** @type {readonly string[]} */ (lessonNames))

/**
 * A rehype plugin; runs after rehype-slug. Wraps what stands under each `##` in
 * `<Section id title index reading>`, hands `reading` to each `<Recall>` too, and exports `sections` (see `LessonSection` in lib/content/outline.ts) from
 * the lesson's module. Fails, with file and line, on a name that is not registered.
 */
export default function rehypeSections() {
  /** @param {MdxNode} tree @param {MdxFile} file */
  return (tree, file) => {
    check(tree, file)
    const esm = (tree.children ?? []).filter((node) => node.type === 'mdxjsEsm')
    const content = (tree.children ?? []).filter((node) => node.type !== 'mdxjsEsm')
    const start = content.findIndex(isSectionHeading)
    if (start < 0) file.fail('A lesson needs at least one section: a heading with ##.')
    const opening = content.slice(0, start)
    const sections = split(content.slice(start))

    const openingText = textOf({ type: 'root', children: opening })
    tree.children = [
      ...esm,
      exported('sections', sections.map(outline)),
      exported('openingText', openingText),
      ...opening,
      ...sections.map((nodes, index) => wrap(nodes, index)),
    ]
  }
}

/** @param {MdxNode} node */
function isSectionHeading(node) {
  return node.type === 'element' && node.tagName === 'h2'
}

/** @param {MdxNode} node @param {MdxFile} file */
function check(node, file) {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const name = node.name ?? ''
    if (/^[A-Z]/.test(name) && !known.has(name))
      file.fail(
        `<${name}> is not a name that a lesson may use. Register it in lib/content/mdx/names.mjs and components/mdx.tsx.`,
        node,
      )
    if (name === 'Recall') node.attributes?.push(givenReading())
    if (name === 'Section') file.fail('<Section> is made from a ## heading; write the heading instead.', node)
    if (name === 'Note' && node.type === 'mdxJsxTextElement')
      file.fail('<Note> stands between paragraphs, on lines of its own.', node)
  }
  if (node.type === 'element' && node.tagName === 'h1')
    file.fail('The title comes from the front matter; sections start at ##.', node)
  for (const child of node.children ?? []) check(child, file)
}

/** @param {MdxNode[]} nodes @returns {MdxNode[][]} */
function split(nodes) {
  /** @type {MdxNode[][]} */
  const sections = []
  for (const node of nodes) {
    if (isSectionHeading(node)) sections.push([])
    sections.at(-1)?.push(node)
  }
  return sections
}

/** @param {MdxNode[]} nodes */
function outline(nodes) {
  const [heading] = nodes
  return {
    id: String(heading?.properties?.id),
    title: heading ? textOf(heading) : '',
    headings: nodes.flatMap(listHeadings),
    text: textOf({ type: 'root', children: nodes.slice(1) }),
  }
}

/** @param {MdxNode} node @returns {{id: string, title: string}[]} */
function listHeadings(node) {
  if (node.type === 'element' && /^h[2-4]$/.test(node.tagName ?? ''))
    return [{ id: String(node.properties?.id), title: textOf(node) }]
  return (node.children ?? []).flatMap(listHeadings)
}

/** @param {MdxNode[]} nodes @param {number} index @returns {MdxNode} */
function wrap(nodes, index) {
  const { id, title } = outline(nodes)
  return {
    type: 'mdxJsxFlowElement',
    name: 'Section',
    attributes: [
      { type: 'mdxJsxAttribute', name: 'id', value: id },
      { type: 'mdxJsxAttribute', name: 'title', value: title },
      { type: 'mdxJsxAttribute', name: 'index', value: String(index) },
      givenReading(),
    ],
    children: nodes,
  }
}

/** `reading={props.reading}`: what the page gives to the lesson as a whole reaches the component. */
function givenReading() {
  const identifier = (/** @type {string} */ name) => ({ type: 'Identifier', name })
  const expression = {
    type: 'MemberExpression',
    computed: false,
    optional: false,
    object: identifier('props'),
    property: identifier('reading'),
  }
  const estree = {
    type: 'Program',
    sourceType: 'module',
    comments: [],
    body: [{ type: 'ExpressionStatement', expression }],
  }
  return {
    type: 'mdxJsxAttribute',
    name: 'reading',
    value: { type: 'mdxJsxAttributeValueExpression', value: 'props.reading', data: { estree } },
  }
}

/** `export const name = JSON.parse("…")`, as the tree that MDX wants. @param {string} name @param {unknown} value */
function exported(name, value) {
  const identifier = (/** @type {string} */ word) => ({ type: 'Identifier', name: word })
  const call = {
    type: 'CallExpression',
    optional: false,
    callee: {
      type: 'MemberExpression',
      computed: false,
      optional: false,
      object: identifier('JSON'),
      property: identifier('parse'),
    },
    arguments: [{ type: 'Literal', value: JSON.stringify(value) }],
  }
  const declaration = {
    type: 'VariableDeclaration',
    kind: 'const',
    declarations: [{ type: 'VariableDeclarator', id: identifier(name), init: call }],
  }
  const statement = { type: 'ExportNamedDeclaration', specifiers: [], attributes: [], declaration }
  const estree = { type: 'Program', sourceType: 'module', comments: [], body: [statement] }
  return { type: 'mdxjsEsm', value: '', data: { estree } }
}

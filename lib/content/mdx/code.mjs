import { highlight, languageNames } from './highlight.mjs'

/** @typedef {import('./nodes.d.mts').MdxNode} MdxNode */
/** @typedef {import('./nodes.d.mts').MdxFile} MdxFile */

/** A rehype plugin: colours each fenced block at build time. A fence may name a title: ```yaml title="collector.yaml". */
export default function rehypeCode() {
  /** @param {MdxNode} tree @param {MdxFile} file */
  return async (tree, file) => {
    for (const pre of listBlocks(tree)) await colour(pre, file)
  }
}

/** @param {MdxNode} node @returns {MdxNode[]} */
function listBlocks(node) {
  if (node.type === 'element' && node.tagName === 'pre') return [node]
  return (node.children ?? []).flatMap(listBlocks)
}

/** @param {MdxNode} pre @param {MdxFile} file */
async function colour(pre, file) {
  const code = pre.children?.find((child) => child.tagName === 'code')
  if (!code) return
  const classes = /** @type {string[]} */ (code.properties?.className ?? [])
  const language = classes.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? 'text'
  const source = (code.children ?? [])
    .map((child) => child.value ?? '')
    .join('')
    .replace(/\n$/, '')
  const coloured = await highlight(source, language)
  if (!coloured)
    file.fail(`"${language}" is not a language that code may name. Known: ${languageNames.join(', ')}.`, pre)
  code.children = coloured
  code.properties = {}
  const title = /title="([^"]+)"/.exec(code.data?.meta ?? '')?.[1]
  pre.properties = { ...pre.properties, dataLanguage: language, ...(title ? { title } : {}) }
}

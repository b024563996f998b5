import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'

/** @typedef {import('./nodes.d.mts').MdxNode} MdxNode */

/** Languages that a fence may name. `text` is set as it stands. */
const languages = {
  bash: () => import('shiki/langs/bash.mjs'),
  go: () => import('shiki/langs/go.mjs'),
  http: () => import('shiki/langs/http.mjs'),
  java: () => import('shiki/langs/java.mjs'),
  javascript: () => import('shiki/langs/javascript.mjs'),
  json: () => import('shiki/langs/json.mjs'),
  python: () => import('shiki/langs/python.mjs'),
  sql: () => import('shiki/langs/sql.mjs'),
  typescript: () => import('shiki/langs/typescript.mjs'),
  yaml: () => import('shiki/langs/yaml.mjs'),
}

const aliases = /** @type {Record<string, string>} */ ({
  js: 'javascript',
  ts: 'typescript',
  py: 'python',
  yml: 'yaml',
  sh: 'bash',
})

export const languageNames = ['text', ...Object.keys(languages), ...Object.keys(aliases)]

const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--code-', fontStyle: false })

/** @type {ReturnType<typeof createHighlighterCore> | undefined} */
let highlighter

/**
 * Source code as hast: plain text and `<span class="code-…">` whose colours are tokens of app/globals.css,
 * so that one piece of HTML serves light, dark and print. Null for a language that is not in the list.
 *
 * @param {string} source @param {string} language @returns {Promise<MdxNode[] | null>}
 */
export async function highlight(source, language) {
  const lang = aliases[language] ?? language
  if (lang === 'text') return [{ type: 'text', value: source }]
  if (!(lang in languages)) return null
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: Object.values(languages),
    engine: createJavaScriptRegexEngine(),
  })
  const { tokens } = (await highlighter).codeToTokens(source, { lang, theme: 'tokens' })
  return tokens.flatMap((line, index) => [
    ...(index > 0 ? [{ type: 'text', value: '\n' }] : []),
    ...line.map((token) => setToken(token.content, token.color ?? '')),
  ])
}

/** @param {string} content @param {string} color @returns {MdxNode} */
function setToken(content, color) {
  const kind = /^var\(--code-token-([a-z-]+)\)$/.exec(color)?.[1]
  const text = { type: 'text', value: content }
  if (!kind || kind === 'punctuation' || content.trim() === '') return text
  return { type: 'element', tagName: 'span', properties: { className: [`code-${kind}`] }, children: [text] }
}

import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { editorTheme } from './editor-theme'
import type { EditorFinding } from './finding'
import { offsetOf } from './finding-offset'
import { findPageNonce } from './page-nonce'

export interface EditorOptions {
  readonly parent: HTMLElement
  readonly text: string
  /** Where the caret stood in what this replaces, from and to. */
  readonly selection: readonly [number, number]
  /** Ids of the elements that name and describe it. */
  readonly labelledBy: string
  readonly describedBy: string
  /** The longest text, in UTF-16 units. */
  readonly longest: number
  readonly onText: (text: string) => void
  /** Control + Enter. */
  readonly onRun: () => void
}

/** An editor on the page, driven from outside. */
export interface MountedEditor {
  /** Replaces the text, unless it is that already. */
  setText(text: string): void
  setFindings(findings: readonly EditorFinding[]): void
  /** Whether Tab indents; else it leaves the editor, as it leaves any field. */
  setTabIndents(indents: boolean): void
  /** Puts the caret there and gives the editor the focus. */
  moveTo(place: Pick<EditorFinding, 'line' | 'column'>): void
  focus(): void
  destroy(): void
}

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--trace)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--metric)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom, tags.typeName], color: 'var(--context)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--soft)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--soft)' },
  { tag: [tags.labelName, tags.meta, tags.keyword], color: 'var(--log)' },
])

/** Puts an editor for YAML into an element. Its own chunk: fetch this file by `import()`. */
export function mountEditor(options: EditorOptions): MountedEditor {
  const tab = new Compartment()
  const [anchor, head] = options.selection
  const run = () => {
    options.onRun()
    return true
  }
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      selection: { anchor: Math.min(anchor, options.text.length), head: Math.min(head, options.text.length) },
      extensions: [
        EditorView.cspNonce.of(findPageNonce()),
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        indentUnit.of('  '),
        EditorState.tabSize.of(2),
        yaml(),
        syntaxHighlighting(colours),
        editorTheme,
        EditorState.changeFilter.of(({ newDoc, startState }) => {
          return newDoc.length <= options.longest || newDoc.length < startState.doc.length
        }),
        EditorView.contentAttributes.of({
          'aria-labelledby': options.labelledBy,
          'aria-describedby': options.describedBy,
          // It takes the focus anyway; said outright, a check of the page sees it too.
          tabindex: '0',
          autocapitalize: 'off',
          autocorrect: 'off',
          spellcheck: 'false',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onText(update.state.doc.toString())
        }),
        keymap.of([{ key: 'Mod-Enter', run }]),
        tab.of([]),
        keymap.of([...defaultKeymap, ...historyKeymap]),
      ],
    }),
  })

  return {
    setText(text) {
      if (text === view.state.doc.toString()) return
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: 0 },
      })
    },
    setFindings(findings) {
      const text = view.state.doc.toString()
      const diagnostics = findings.map((finding): Diagnostic => {
        const from = offsetOf(text, finding)
        return { from, to: endOf(text, from), severity: finding.severity, message: finding.message }
      })
      view.dispatch(setDiagnostics(view.state, diagnostics))
      view.contentDOM.setAttribute(
        'aria-invalid',
        String(findings.some(({ severity }) => severity === 'error')),
      )
    },
    setTabIndents: (indents) =>
      view.dispatch({ effects: tab.reconfigure(indents ? keymap.of([indentWithTab]) : []) }),
    moveTo(place) {
      view.dispatch({
        selection: { anchor: offsetOf(view.state.doc.toString(), place) },
        effects: EditorView.scrollIntoView(offsetOf(view.state.doc.toString(), place), { y: 'center' }),
      })
      view.focus()
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  }
}

/** The end of the word that begins there, so that there is something to underline. */
function endOf(text: string, from: number): number {
  const word = /^[^\s:,\]}]+/.exec(text.slice(from))
  return from + (word?.[0].length ?? 0)
}

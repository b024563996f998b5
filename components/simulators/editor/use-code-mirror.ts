import { type RefObject, useEffect, useRef, useState } from 'react'
import type { MountedEditor } from './code-mirror'
import type { EditorFinding } from './finding'
import { offsetOf } from './finding-offset'

interface Options {
  /** The plain field that stands there first. */
  field: RefObject<HTMLTextAreaElement | null>
  text: string
  findings: readonly EditorFinding[]
  tabIndents: boolean
  longest: number
  labelledBy: string
  describedBy: string
  onText: (text: string) => void
  onRun: () => void
}

export interface CodeMirrorPlace {
  /** Where the editor is put. */
  readonly place: RefObject<HTMLDivElement | null>
  readonly isMounted: boolean
  /** Puts the caret there, in the editor or in the field. */
  readonly moveTo: (finding: EditorFinding) => void
}

/**
 * Fetches the editor and puts it in the place of a plain field: with the field's text, caret and focus, so that nobody
 * who types is interrupted. Where it cannot be fetched the field stays.
 */
export function useCodeMirror(options: Options): CodeMirrorPlace {
  const { field, text, findings, tabIndents } = options
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<MountedEditor | null>(null)
  const [isMounted, setMounted] = useState(false)
  // What the editor calls is what the last rendering gave, though it is mounted once.
  const current = useRef(options)
  useEffect(() => {
    current.current = options
  })

  useEffect(() => {
    let gone = false
    import('./code-mirror').then(
      ({ mountEditor }) => {
        const { longest, labelledBy, describedBy } = current.current
        if (gone || !place.current) return
        const plain = field.current
        const hadFocus = plain !== null && document.activeElement === plain
        editor.current = mountEditor({
          parent: place.current,
          text: current.current.text,
          selection: plain ? [plain.selectionStart, plain.selectionEnd] : [0, 0],
          labelledBy,
          describedBy,
          longest,
          onText: (next) => current.current.onText(next),
          onRun: () => current.current.onRun(),
        })
        editor.current.setFindings(current.current.findings)
        setMounted(true)
        if (hadFocus) requestAnimationFrame(() => editor.current?.focus())
      },
      // The plain field does all that the editor does, in one colour.
      () => setMounted(false),
    )
    return () => {
      gone = true
      editor.current?.destroy()
      editor.current = null
    }
  }, [field])

  useEffect(() => {
    if (!isMounted) return
    editor.current?.setText(text)
    editor.current?.setFindings(findings)
  }, [isMounted, text, findings])

  useEffect(() => {
    if (isMounted) editor.current?.setTabIndents(tabIndents)
  }, [isMounted, tabIndents])

  function moveTo(finding: EditorFinding) {
    if (editor.current) {
      editor.current.moveTo(finding)
      return
    }
    const at = offsetOf(text, finding)
    field.current?.focus()
    field.current?.setSelectionRange(at, at)
  }

  return { place, isMounted, moveTo }
}

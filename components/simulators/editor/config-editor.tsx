import { useId, useMemo, useRef, useState } from 'react'
import { SimulatorButton } from '../simulator-button'
import type { EditorFinding } from './finding'
import { FindingsList } from './findings-list'
import { useCodeMirror } from './use-code-mirror'

interface Props {
  label: string
  /** The configuration that runs. */
  value: string
  /** The longest text, in UTF-16 units. */
  longest: number
  /** What is wrong with a text; a text with an error does not run. */
  read: (text: string) => readonly EditorFinding[]
  /** What is said of a text without faults. */
  verdict: string
  onRun: (text: string) => void
  /** The height of the field, as classes. */
  height?: string
}

/**
 * A configuration to be edited; every fault is named as the Collector names it, with its place. A plain field until the
 * editor has been fetched, and where it cannot be.
 */
export function ConfigEditor({ label, value, longest, read, verdict, onRun, height = 'h-64' }: Props) {
  const id = useId()
  const [draft, setDraft] = useState({ of: value, text: value })
  // Another preset brings another configuration: the draft of the one before is gone.
  const text = draft.of === value ? draft.text : value
  const findings = useMemo(() => read(text), [read, text])
  const isRefused = findings.some(({ severity }) => severity === 'error')
  const canRun = !isRefused && text !== value
  const field = useRef<HTMLTextAreaElement>(null)
  const [tabIndents, setTabIndents] = useState(false)
  const editor = useCodeMirror({
    field,
    text,
    findings,
    tabIndents,
    longest,
    labelledBy: `${id}-label`,
    describedBy: `${id}-findings ${id}-keys`,
    onText: (next) => setDraft({ of: value, text: next }),
    onRun: () => canRun && onRun(text),
  })

  return (
    <div className="grid gap-3 @3xl:grid-cols-[3fr_2fr]">
      <div className="flex min-w-0 flex-col gap-1">
        <label
          id={`${id}-label`}
          htmlFor={editor.isMounted ? undefined : `${id}-text`}
          className="text-[14px] leading-5 font-semibold"
        >
          {label}
        </label>
        <div
          className={`${height} resize-y overflow-hidden rounded border border-line-strong focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent`}
        >
          <div ref={editor.place} className={editor.isMounted ? 'h-full' : 'hidden'} />
          {!editor.isMounted && (
            <textarea
              ref={field}
              id={`${id}-text`}
              className="h-full w-full resize-none bg-raised p-2 font-mono text-[13px] leading-5 whitespace-pre text-ink outline-none aria-invalid:border-error"
              value={text}
              maxLength={longest}
              spellCheck={false}
              autoCapitalize="off"
              autoCorrect="off"
              autoComplete="off"
              wrap="off"
              aria-invalid={isRefused}
              aria-describedby={`${id}-findings`}
              onChange={(event) => setDraft({ of: value, text: event.target.value })}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && canRun) onRun(text)
              }}
            />
          )}
        </div>
        {/* Its room is there from the start: nothing moves when the editor comes. */}
        <label
          className={`flex min-h-8 items-center gap-2 text-[14px] leading-5 text-soft ${editor.isMounted ? '' : 'invisible'}`}
        >
          <input
            type="checkbox"
            className="size-4 shrink-0 accent-accent"
            checked={tabIndents}
            onChange={(event) => setTabIndents(event.target.checked)}
          />
          <span id={`${id}-keys`}>
            {tabIndents ? 'Tab indents; Escape, then Tab, leaves' : 'Tab leaves; tick to make it indent'}
          </span>
        </label>
      </div>
      <div className="flex min-w-0 flex-col gap-2">
        <SimulatorButton disabled={!canRun} onClick={() => onRun(text)} className="self-start">
          Run this configuration
        </SimulatorButton>
        <FindingsList
          id={`${id}-findings`}
          findings={findings}
          verdict={
            text.length >= longest
              ? `${verdict} No more fits: ${longest} characters are as long as a link can be.`
              : verdict
          }
          onChoose={editor.moveTo}
        />
      </div>
    </div>
  )
}

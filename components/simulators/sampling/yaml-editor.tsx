import { useId, useMemo, useState } from 'react'
import { longestYaml } from '@/lib/simulators/sampling/params'
import { SimulatorButton } from '../simulator-button'
import { yamlReader } from './yaml-reader'

interface Props {
  /** The configuration that runs. */
  value: string
  onRun: (text: string) => void
}

/** What stands below `tail_sampling:`, to be edited; every fault is named as the Collector names it, with its place. */
export function YamlEditor({ value, onRun }: Props) {
  const id = useId()
  const [draft, setDraft] = useState({ of: value, text: value })
  // Another preset brings another configuration: the draft of the one before is gone.
  const text = draft.of === value ? draft.text : value
  const findings = useMemo(() => yamlReader.read?.(text).findings ?? [], [text])
  const isRefused = findings.some(({ severity }) => severity === 'error')
  const canRun = !isRefused && text !== value

  return (
    <div className="grid gap-3 @3xl:grid-cols-[3fr_2fr]">
      <div className="flex min-w-0 flex-col gap-1">
        <label htmlFor={id} className="text-[14px] leading-5 font-semibold">
          Below tail_sampling:
        </label>
        <textarea
          id={id}
          className="h-56 w-full resize-y rounded border border-line-strong bg-raised p-2 font-mono text-[13px] leading-5 whitespace-pre text-ink aria-invalid:border-error"
          value={text}
          maxLength={longestYaml}
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
      </div>
      <div className="flex min-w-0 flex-col gap-2">
        <SimulatorButton disabled={!canRun} onClick={() => onRun(text)} className="self-start">
          Run this configuration
        </SimulatorButton>
        <div id={`${id}-findings`} role="status" className="text-[14px] leading-5">
          {findings.length === 0 ? (
            <p className="m-0 text-soft">A Collector starts with this. Control + Enter runs it.</p>
          ) : (
            <ul className="m-0 flex list-none flex-col gap-2 p-0">
              {findings.map(({ severity, line, column, message }) => (
                <li
                  key={`${line} ${column} ${message}`}
                  className={`m-0 p-0 break-words ${severity === 'error' ? 'text-error' : 'text-ink'}`}
                >
                  <strong>
                    {severity === 'error' ? '× Error' : 'Warning'}, line {line}, column {column}:
                  </strong>{' '}
                  {message}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}

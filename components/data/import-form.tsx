'use client'

import { useRef, useState } from 'react'
import type { ImportSummary } from '@/lib/review/import-summary'
import { Button } from '../account/button'
import { FormMessage } from '../account/form-message'
import { ImportPreview } from './import-preview'
import { sendFile } from './send-file'

type Stage =
  | { name: 'choosing'; fault?: string }
  | { name: 'reading' }
  | { name: 'preview'; file: File; summary: ImportSummary; fault?: string }
  | { name: 'writing'; file: File; summary: ImportSummary }
  | { name: 'done'; summary: ImportSummary }

/** Takes a file in two steps: first what it would bring, then, if that is wanted, the writing of it. */
export function ImportForm() {
  const [stage, setStage] = useState<Stage>({ name: 'choosing' })
  const input = useRef<HTMLInputElement>(null)

  async function preview(file: File) {
    setStage({ name: 'reading' })
    const answer = await sendFile(file, 'preview')
    setStage(
      'summary' in answer ? { name: 'preview', file, ...answer } : { name: 'choosing', fault: answer.fault },
    )
  }

  async function write({ file, summary }: { file: File; summary: ImportSummary }) {
    setStage({ name: 'writing', file, summary })
    const answer = await sendFile(file, 'write')
    if ('summary' in answer) setStage({ name: 'done', ...answer })
    else setStage({ name: 'preview', file, summary, fault: answer.fault })
  }

  function startAgain() {
    setStage({ name: 'choosing' })
    if (input.current) input.current.value = ''
    input.current?.focus()
  }

  const fault = 'fault' in stage ? stage.fault : undefined
  return (
    <div className="grid gap-5">
      <div>
        <label htmlFor="import-file" className="mb-1 block font-semibold">
          File
        </label>
        <input
          ref={input}
          id="import-file"
          type="file"
          accept=".json,.apkg,.colpkg,.csv,.tsv,.txt"
          aria-describedby="import-hint"
          disabled={stage.name === 'reading' || stage.name === 'writing'}
          onChange={({ target }) => target.files?.[0] && void preview(target.files[0])}
          className="block min-h-11 w-full rounded border border-line-strong bg-raised p-2 file:mr-3 file:rounded file:border-0 file:bg-sunken file:px-3 file:py-1.5 file:font-semibold file:text-ink"
        />
        <p id="import-hint" className="mt-1 text-[0.9375rem] text-soft">
          An export of Spanwise, a package of Anki (.apkg or .colpkg), or a table of questions and answers
          (CSV). At most 16 MiB. You see what it would bring before anything is written.
        </p>
      </div>
      {fault && <FormMessage tone="fault">{fault} Nothing was written.</FormMessage>}
      <p role="status" className="empty:hidden">
        {stage.name === 'reading' && 'Reading the file …'}
        {stage.name === 'writing' && 'Writing …'}
      </p>
      {(stage.name === 'preview' || stage.name === 'writing') && (
        <>
          <ImportPreview summary={stage.summary} />
          <div className="flex flex-wrap gap-3">
            <Button
              type="button"
              aria-disabled={stage.name === 'writing'}
              onClick={() => stage.name === 'preview' && void write(stage)}
            >
              Import
            </Button>
            <Button type="button" look="quiet" onClick={startAgain}>
              Leave it
            </Button>
          </div>
        </>
      )}
      {stage.name === 'done' && (
        <FormMessage tone="done">
          Imported: {stage.summary.cards.toLocaleString('en')} cards,{' '}
          {stage.summary.reviews.toLocaleString('en')} reviews.
        </FormMessage>
      )}
    </div>
  )
}

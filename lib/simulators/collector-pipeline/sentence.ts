import type { Outcome } from '../../engine/collector/pipeline/node-record'
import { allBoxes, countAll, countFate } from './find-box'
import type { BoxView, PipelineView } from './view'

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`
const nouns = { traces: 'spans', metrics: 'points', logs: 'records' } as const

/** Why nothing runs, in the Collector's words; null where it runs. */
export function refusalWords({ stage, diagnoses }: PipelineView): string | null {
  if (stage === 'running') return null
  const first = diagnoses.find(({ severity }) => severity === 'error')
  const words = first ? ` Line ${first.line}, column ${first.column}: ${first.message}` : ''
  return `The Collector does not start.${words}`
}

/** What to look at while the run plays: it does not change, so that it is said once. */
export function watchPipeline(view: PipelineView): string {
  return (
    refusalWords(view) ??
    'Solid is what goes on, hatched what waits in memory, hollow what goes no further. Choose a box to see why.'
  )
}

/** What happened so far and why, with the numbers of this moment. */
export function explainPipeline(view: PipelineView): string {
  const refusal = refusalWords(view)
  if (refusal !== null) return refusal
  const parts = view.senders
    .filter(({ hasReceiver, made }) => hasReceiver && made > 0)
    .map(({ signal, made }) => `${made} ${nouns[signal]}`)
  if (parts.length === 0) return 'Nothing has come in: no pipeline has an OTLP receiver, or it has not begun.'
  const sent = countAll(view, ['sent'])
  const arrived = `${parts.join(', ')} made; a backend has taken ${sent} items.`
  return [arrived, ...lossWords(view), ...waitWords(view), ...errorWords(view), podWords(view)]
    .filter((part) => part !== '')
    .join(' ')
}

function largest(box: BoxView, fate: Outcome['fate']): Outcome | undefined {
  return box.outcomes.filter((outcome) => outcome.fate === fate).sort((a, b) => b.count - a.count)[0]
}

function lossWords(view: PipelineView): string[] {
  const words: string[] = []
  for (const fate of ['lost', 'refused', 'dropped'] as const) {
    const worst = allBoxes(view).sort((a, b) => countFate(b, fate) - countFate(a, fate))[0]
    const outcome = worst && largest(worst, fate)
    if (!worst || !outcome) continue
    const count = countFate(worst, fate)
    if (fate === 'lost') words.push(`${count} were lost at ${worst.id}: ${outcome.why}.`)
    if (fate === 'refused' && words.length === 0) {
      words.push(`${worst.id} refused ${count} (${outcome.why}); whoever sent them may try again.`)
    }
    if (fate === 'dropped') words.push(`${worst.id} dropped ${count}: ${outcome.why}.`)
  }
  const sdk = view.senders.filter(({ hasReceiver }) => hasReceiver).reduce((sum, { lost }) => sum + lost, 0)
  if (sdk > 0) words.push(`${sdk} were dropped by the applications’ own SDKs, whose queues were full.`)
  return words
}

function waitWords(view: PipelineView): string[] {
  const held = allBoxes(view).reduce((sum, box) => sum + box.held, 0)
  const waiting = view.senders.reduce((sum, sender) => sum + sender.waiting, 0)
  return [
    ...(view.backendUp ? [] : ['The backend does not answer.']),
    ...(held > 0 ? [`${held} wait in the Collector.`] : []),
    ...(waiting > 0 ? [`${waiting} wait in the applications, to be sent again.`] : []),
  ]
}

function errorWords({ errors }: PipelineView): string[] {
  if (errors.calls === null) return []
  const { made, calls } = errors
  return [`${percent(made)} of the spans are errors; the metrics made of them say ${percent(calls)}.`]
}

function podWords({ lanes, stored }: PipelineView): string {
  const asks = lanes.some(({ processors }) => processors.some(({ id }) => /^k8s_?attributes/.test(id)))
  if (!asks || stored.spans === 0) return ''
  return `${stored.withPod} of the ${stored.spans} spans stored know their pod.`
}

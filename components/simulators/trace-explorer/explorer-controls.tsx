import { type Faster, fastersOf, type TraceExplorerParams } from '@/lib/simulators/trace-explorer/params'
import { fasterWords } from '@/lib/simulators/trace-explorer/sentence'
import { SelectControl } from '../controls/select-control'
import { OwnState } from '../own-state'

interface Props {
  params: TraceExplorerParams
  set: <K extends keyof TraceExplorerParams>(name: K, value: TraceExplorerParams[K]) => void
}

const pageWords = { checkout: 'POST /checkout', product: 'GET /products/{id}', orders: 'GET /orders' }
const troubleWords = { none: 'Nothing', pool: 'Connections leak', error: 'Charges fail' }
const detailWords = { calls: 'Calls and queries', waits: 'And waits', functions: 'And every function' }
const queueWords = { link: 'A link', parent: 'Its parent' }
const tailWords = { all: 'Everything', some: 'Errors, slow, a tenth', tenth: 'A tenth' }

/** What is asked for, what goes wrong, which spans are made of it, and what of it is kept. */
export function ExplorerControls({ params, set }: Props) {
  const fasters = fastersOf[params.page]
  if (params.trace !== '')
    return (
      <OwnState
        note="This is one trace that came with the link, and nothing beside it."
        back="Look at Fernhill’s requests"
        onBack={() => set('trace', '')}
      />
    )
  return (
    <div className="grid grid-cols-2 items-end gap-x-4 gap-y-3 @3xl:grid-cols-5">
      <SelectControl
        label="Page"
        value={params.page}
        options={pageWords}
        onChange={(value) => set('page', value)}
      />
      {params.page === 'checkout' ? (
        <>
          <SelectControl
            label="Goes wrong"
            value={params.trouble}
            options={troubleWords}
            onChange={(value) => set('trouble', value)}
          />
          <SelectControl
            label="Mailer and message"
            value={params.queue}
            options={queueWords}
            onChange={(value) => set('queue', value)}
          />
        </>
      ) : (
        <SelectControl
          label="Twice as fast"
          value={fasters.includes(params.faster) ? params.faster : 'none'}
          options={
            Object.fromEntries(fasters.map((each) => [each, fasterWords[each]])) as Record<Faster, string>
          }
          onChange={(value) => set('faster', value)}
        />
      )}
      <SelectControl
        label="Spans for"
        value={params.detail}
        options={detailWords}
        onChange={(value) => set('detail', value)}
      />
      <SelectControl
        label="Tail sampler keeps"
        value={params.tail}
        options={tailWords}
        onChange={(value) => set('tail', value)}
      />
    </div>
  )
}

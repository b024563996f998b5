import { memo, useState } from 'react'
import { parseBaggage } from '@/lib/engine/propagation/baggage'
import { parseTraceparent } from '@/lib/engine/propagation/traceparent'
import { parseTracestate } from '@/lib/engine/propagation/tracestate'
import {
  longestIncoming,
  longestMore,
  type PropagationParams,
  type ServiceSetting,
} from '@/lib/simulators/propagation/params'
import { type StationId, stations } from '@/lib/simulators/propagation/station'
import { SelectControl } from '../controls/select-control'
import { TextControl } from '../controls/text-control'

interface Props {
  station: StationId
  params: PropagationParams
  onChange: <K extends keyof PropagationParams>(name: K, value: PropagationParams[K]) => void
}

const settings: Readonly<Record<ServiceSetting, string>> = {
  both: 'Trace context and baggage',
  tracecontext: 'Trace context only',
  baggage: 'Baggage only',
  none: 'Spans, but no propagator',
  uninstrumented: 'Not instrumented',
}

/** What can be changed at the stop that is selected. */
export const HopControls = memo(function HopControls({ station, params, onChange }: Props) {
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-2 p-0 text-[15px] leading-5 text-soft">
        What <strong className="text-ink">{stations[station].name}</strong> does
      </legend>
      <div className="grid grid-cols-2 items-end gap-x-4 gap-y-3 @3xl:grid-cols-3 @3xl:gap-x-6">
        {station === 'web' && <WebControls params={params} onChange={onChange} />}
        {station === 'proxy' && (
          <SelectControl
            label="With the headers"
            value={params.proxy}
            options={{ forwards: 'Forwards all', strips: 'Strips what it does not know' }}
            onChange={(value) => onChange('proxy', value)}
          />
        )}
        {(station === 'web' || station === 'checkout' || station === 'payment' || station === 'mailer') && (
          <SelectControl
            label="Instrumentation and propagators"
            value={params[station]}
            options={settings}
            onChange={(value) => onChange(station, value)}
          />
        )}
        {station === 'payment' && (
          <SelectControl
            label="Baggage to the card company"
            value={params.edge}
            options={{ keeps: 'Taken off at the edge', sends: 'Sent along' }}
            onChange={(value) => onChange('edge', value)}
          />
        )}
        {station === 'bank' && (
          <SelectControl
            label="With a trace from another company"
            value={params.bank}
            options={{ continues: 'Goes on with it', restarts: 'Begins its own' }}
            onChange={(value) => onChange('bank', value)}
          />
        )}
        {station === 'queue' && (
          <SelectControl
            label="Context in the message"
            value={params.queue}
            options={{
              parent: 'Carried; the consumer takes it as parent',
              link: 'Carried; the consumer links to it',
              loses: 'Not carried',
            }}
            onChange={(value) => onChange('queue', value)}
          />
        )}
      </div>
    </fieldset>
  )
})

function WebControls({ params, onChange }: Omit<Props, 'station'>) {
  const parse = params.incoming === '' ? null : parseTraceparent(params.incoming)
  return (
    <>
      <div className="col-span-2 @3xl:col-span-3">
        <TextControl
          label="traceparent that the customer’s request brings"
          value={params.incoming}
          placeholder="none"
          longest={longestIncoming}
          diagnosis={parse === null || parse.valid ? [] : parse.problems}
          verdict={
            parse?.valid
              ? `In order: ${parse.traceparent.sampled ? 'sampled' : 'not sampled'}, all four fields as they should be.`
              : 'Type one to see how web reads it.'
          }
          onChange={(value) => onChange('incoming', value)}
        />
      </div>
      <MoreHeaders params={params} onChange={onChange} />
      <SelectControl
        label="With a trace from outside"
        value={params.door}
        options={{ continues: 'Goes on with it', restarts: 'Begins its own' }}
        onChange={(value) => onChange('door', value)}
      />
      <SelectControl
        label="Baggage"
        value={params.baggage}
        options={{
          none: 'None',
          attached: 'Set and attached',
          forgotten: 'Set, never attached',
          'too-large': 'Set, with 9,000 bytes more',
        }}
        onChange={(value) => onChange('baggage', value)}
      />
    </>
  )
}

/** The other two headers: folded in, unless the simulator was opened with one of them. */
function MoreHeaders({ params, onChange }: Omit<Props, 'station'>) {
  const [opensWith] = useState(params.tracestate !== '' || params.brought !== '')
  const tracestate = params.tracestate === '' ? null : parseTracestate(params.tracestate)
  const brought = params.brought === '' ? null : parseBaggage(params.brought)
  return (
    <details open={opensWith} className="col-span-2 m-0 @3xl:col-span-3">
      <summary className="min-h-6 text-[14px] leading-6 font-semibold text-accent">
        Its tracestate and baggage
      </summary>
      <div className="flex flex-col gap-3 pt-2">
        <TextControl
          label="tracestate that it brings"
          value={params.tracestate}
          placeholder="none"
          longest={longestMore}
          diagnosis={tracestate?.problems ?? []}
          verdict={tracestate ? 'In order.' : 'It counts only beside a good traceparent.'}
          onChange={(value) => onChange('tracestate', value)}
        />
        <TextControl
          label="baggage that it brings"
          value={params.brought}
          placeholder="none"
          longest={longestMore}
          diagnosis={brought?.problems ?? []}
          verdict={brought ? 'In order.' : 'Type members as key=value, with commas.'}
          onChange={(value) => onChange('brought', value)}
        />
      </div>
    </details>
  )
}

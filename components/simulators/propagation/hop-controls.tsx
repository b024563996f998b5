import { memo } from 'react'
import { parseTraceparent } from '@/lib/engine/propagation/traceparent'
import {
  longestIncoming,
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

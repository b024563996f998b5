import { traceId } from '@/components/figures/checkout-trace'
import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'

const fields: readonly (readonly [name: string, value: string, note: string])[] = [
  ['name', 'POST /charges', 'method and route'],
  ['kind', 'SERVER', 'a field, not an attribute'],
  ['trace id', traceId, 'the same in the whole trace'],
  ['span id', '3fa7816d95ec20b4', 'this span'],
  ['parent span id', 'e05b92c6418fd37a', 'the CLIENT span in checkout'],
  ['start', '19:41:07.060', 'a timestamp'],
  ['end', '19:41:09.066', 'another; the duration follows'],
  ['status', 'Unset', 'it went well'],
]

const attributes = [
  'http.request.method = POST',
  'http.route = /charges',
  'http.response.status_code = 201',
  'server.address = payment',
  'url.scheme = http',
] as const

function Bar({ width }: { width: number }) {
  return (
    <g>
      <rect x={4} y={26} width={width - 8} height={26} rx={3} className="fill-trace" />
      <text x={14} y={44} className="fill-paper font-sans text-[13px] font-semibold">
        SERVER POST /charges
      </text>
      <line
        x1={width * 0.62}
        x2={width * 0.62}
        y1={20}
        y2={58}
        className="stroke-log"
        strokeWidth={2}
        strokeDasharray="3 3"
      />
      <circle cx={width * 0.62} cy={14} r={5} className="fill-log" />
      <Label x={width * 0.62 + 10} y={18} text="an event" size={12} />
      <Label x={4} y={18} text="start" size={12} tone="soft" />
      <Label x={width - 4} y={18} text="end" size={12} anchor="end" tone="soft" />
    </g>
  )
}

function Wide() {
  return (
    <>
      <Bar width={720} />
      {fields.map(([name, value, note], index) => (
        <g key={name}>
          <line x1={4} x2={716} y1={70 + index * 27} y2={70 + index * 27} className="stroke-line" />
          <Label x={8} y={88 + index * 27} text={name} tone="soft" />
          <Label x={130} y={88 + index * 27} text={value} mono size={13} strong />
          <Label x={708} y={88 + index * 27} text={note} anchor="end" size={12} tone="soft" />
        </g>
      ))}
      <line x1={4} x2={716} y1={286} y2={286} className="stroke-line" />
      <Label x={8} y={306} text="attributes" tone="soft" />
      {attributes.map((attribute, index) => (
        <Label
          key={attribute}
          x={index < 3 ? 130 : 430}
          y={306 + (index % 3) * 22}
          text={attribute}
          mono
          size={13}
        />
      ))}
      <line x1={4} x2={716} y1={362} y2={362} className="stroke-line" />
      <Label x={8} y={382} text="links" tone="soft" />
      <Label x={130} y={382} text="none here" size={13} />
      <Label
        x={708}
        y={382}
        text="related spans that are not the parent"
        anchor="end"
        size={12}
        tone="soft"
      />
    </>
  )
}

function Narrow() {
  return (
    <>
      <Bar width={362} />
      {fields.map(([name, value, note], index) => (
        <g key={name}>
          <line x1={4} x2={358} y1={70 + index * 46} y2={70 + index * 46} className="stroke-line" />
          <Label x={6} y={87 + index * 46} text={name} size={12} tone="soft" />
          <Label x={356} y={87 + index * 46} text={note} anchor="end" size={12} tone="soft" />
          <Label x={6} y={106 + index * 46} text={value} mono size={13} strong />
        </g>
      ))}
      <line x1={4} x2={358} y1={438} y2={438} className="stroke-line" />
      <Label x={6} y={456} text="attributes" size={12} tone="soft" />
      {attributes.map((attribute, index) => (
        <Label key={attribute} x={6} y={476 + index * 20} text={attribute} mono size={13} />
      ))}
      <line x1={4} x2={358} y1={570} y2={570} className="stroke-line" />
      <Label x={6} y={588} text="links" size={12} tone="soft" />
      <Label x={356} y={588} text="related, but not the parent" anchor="end" size={12} tone="soft" />
      <Label x={6} y={607} text="none here" size={13} />
    </>
  )
}

export function SpanAnatomy() {
  return (
    <FigureFrame
      id="figure-span-anatomy"
      title="The parts of a span"
      description="A span drawn as a bar from its start to its end with one event on it. Below, its fields: name, kind, three ids, start, end, status, five attributes and no links."
      caption="The span in which payment handled our request. The bar is what the tools draw; the rows are what is sent."
      wide={{ width: 720, height: 394, drawing: <Wide /> }}
      narrow={{ width: 362, height: 616, drawing: <Narrow /> }}
      words={
        <dl>
          {fields.map(([name, value, note]) => (
            <div key={name}>
              <dt className="inline font-semibold">{name}: </dt>
              <dd className="inline">
                <code className="break-all">{value}</code> ({note})
              </dd>
            </div>
          ))}
          <div>
            <dt className="inline font-semibold">attributes: </dt>
            <dd className="inline">{attributes.join('; ')}</dd>
          </div>
          <div>
            <dt className="inline font-semibold">links: </dt>
            <dd className="inline">none</dd>
          </div>
        </dl>
      }
    />
  )
}

import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { LogMark, MetricMark, ProfileMark, TraceMark } from '@/components/figures/signal-mark'
import { Wire } from '@/components/figures/wire'

interface Attribute {
  name: string
  value: string
  identity?: boolean
}

const attributes: readonly Attribute[] = [
  { name: 'service.name', value: 'payment', identity: true },
  { name: 'service.version', value: '2.14.0' },
  { name: 'cloud.region', value: 'eu-central-1' },
  { name: 'service.namespace', value: 'shop', identity: true },
  { name: 'host.name', value: 'node-11' },
  { name: 'deployment.environment.name', value: 'production' },
  { name: 'k8s.pod.name', value: 'payment-7d9f-x2k' },
  { name: 'service.instance.id', value: 'b0f9d3e2-…', identity: true },
  { name: 'telemetry.sdk.language', value: 'python' },
]

const character = 7.2
const pillWidth = ({ name, value }: Attribute): number => (name.length + value.length + 3) * character + 20

/** Places the pills line by line, as words in a paragraph. */
function place(width: number): { attribute: Attribute; x: number; y: number }[] {
  let x = 20
  let y = 48
  return attributes.map((attribute) => {
    if (x > 20 && x + pillWidth(attribute) > width - 16) {
      x = 20
      y += 38
    }
    const at = { attribute, x, y }
    x += pillWidth(attribute) + 10
    return at
  })
}

const marks = [
  { text: 'spans', mark: <TraceMark x={-14} y={0} /> },
  { text: 'metrics', mark: <MetricMark x={-14} y={0} /> },
  { text: 'logs', mark: <LogMark x={0} y={0} radius={6} /> },
  { text: 'profiles', mark: <ProfileMark x={-12} y={0} /> },
] as const

const bagHeight = (width: number): number => Math.max(...place(width).map((at) => at.y)) + 46

function Resource({ width }: { width: number }) {
  const bottom = bagHeight(width)
  return (
    <>
      <rect
        x={4}
        y={4}
        width={width - 8}
        height={bottom - 4}
        rx={14}
        className="fill-sunken stroke-line-strong"
        strokeWidth={1.5}
      />
      <Label x={20} y={32} text="Resource of one payment process" strong />
      {place(width).map(({ attribute, x, y }) => (
        <g key={attribute.name}>
          <rect
            x={x}
            y={y}
            width={pillWidth(attribute)}
            height={28}
            rx={14}
            strokeWidth={attribute.identity ? 2.5 : 1}
            className={`fill-raised ${attribute.identity ? 'stroke-accent' : 'stroke-line-strong'}`}
          />
          <Label x={x + 10} y={y + 18} text={`${attribute.name} = ${attribute.value}`} mono size={12} />
        </g>
      ))}
      {marks.map(({ text, mark }, index) => {
        const x = (width / marks.length) * (index + 0.5)
        return (
          <g key={text}>
            <Wire
              points={[
                [x, bottom],
                [x, bottom + 34],
              ]}
            />
            <g transform={`translate(${x} ${bottom + 48})`}>{mark}</g>
            <Label x={x} y={bottom + 74} text={text} anchor="middle" size={12} />
          </g>
        )
      })}
    </>
  )
}

export function ResourceSet() {
  return (
    <FigureFrame
      id="figure-resource"
      title="A resource is a flat set of attributes"
      description="A bag with nine attributes of one payment process, side by side, none inside another. Three with a thick border form the identity of the service. Arrows lead from the bag to spans, metrics, logs and profiles."
      caption="No attribute lies inside another, so you can cut by any of them. The three with a thick border identify the service instance. The whole set goes with everything the process sends."
      wide={{ width: 720, height: bagHeight(720) + 84, drawing: <Resource width={720} /> }}
      narrow={{ width: 362, height: bagHeight(362) + 84, drawing: <Resource width={362} /> }}
      words={
        <ul className="list-disc pl-5">
          {attributes.map(({ name, value, identity }) => (
            <li key={name}>
              <code>{name}</code> = {value}
              {identity ? ', part of the identity' : ''}
            </li>
          ))}
        </ul>
      }
    />
  )
}

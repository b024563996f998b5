import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'

interface Attribute {
  name: string
  value: string
  identity?: boolean
}

interface Entity {
  name: string
  attributes: readonly Attribute[]
}

const entities: readonly Entity[] = [
  {
    name: 'service',
    attributes: [
      { name: 'service.namespace', value: 'shop', identity: true },
      { name: 'service.name', value: 'payment', identity: true },
      { name: 'service.version', value: '2.14.0' },
    ],
  },
  {
    name: 'service instance',
    attributes: [{ name: 'service.instance.id', value: 'b0f9d3e2-…', identity: true }],
  },
  {
    name: 'pod',
    attributes: [
      { name: 'k8s.pod.uid', value: '4c1e07a9-…', identity: true },
      { name: 'k8s.pod.name', value: 'payment-7d9f-x2k' },
    ],
  },
  {
    name: 'host',
    attributes: [
      { name: 'host.id', value: 'i-0a7c35e1', identity: true },
      { name: 'host.name', value: 'node-11' },
    ],
  },
]

const row = 24
const heightOf = ({ attributes }: Entity): number => 40 + attributes.length * row

function EntityBox({ entity, x, y, width }: { entity: Entity; x: number; y: number; width: number }) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={heightOf(entity)}
        rx={6}
        strokeDasharray="5 4"
        className="fill-raised stroke-line-strong"
      />
      <Label x={x + 12} y={y + 22} text={entity.name} strong />
      {entity.attributes.map(({ name, value, identity }, index) => {
        const top = y + 32 + index * row
        return (
          <g key={name}>
            {identity && <rect x={x + 8} y={top} width={4} height={18} rx={2} className="fill-accent" />}
            <Label x={x + 20} y={top + 14} text={`${name} = ${value}`} mono size={12} strong={identity} />
          </g>
        )
      })}
    </g>
  )
}

function Bag({ width, height }: { width: number; height: number }) {
  return (
    <>
      <rect
        x={4}
        y={4}
        width={width - 8}
        height={height - 8}
        rx={14}
        strokeWidth={1.5}
        className="fill-sunken stroke-line-strong"
      />
      <Label x={20} y={30} text="One resource, flat on the wire" strong />
    </>
  )
}

function Key({ x, y }: { x: number; y: number }) {
  return (
    <>
      <rect x={x} y={y - 13} width={4} height={18} rx={2} className="fill-accent" />
      <Label x={x + 12} y={y} text="identifies: never changes" size={12} />
      <Label x={x + 200} y={y} text="the others describe" size={12} tone="soft" />
    </>
  )
}

function Wide() {
  const [service, instance, pod, host] = entities as [Entity, Entity, Entity, Entity]
  return (
    <>
      <Bag width={720} height={276} />
      <EntityBox entity={service} x={18} y={44} width={334} />
      <EntityBox entity={instance} x={366} y={44} width={336} />
      <EntityBox entity={pod} x={366} y={120} width={336} />
      <EntityBox entity={host} x={18} y={168} width={334} />
      <Key x={366} y={242} />
    </>
  )
}

function Narrow() {
  let y = 44
  return (
    <>
      <Bag width={362} height={478} />
      {entities.map((entity) => {
        const top = y
        y += heightOf(entity) + 12
        return <EntityBox key={entity.name} entity={entity} x={16} y={top} width={330} />
      })}
      <Key x={16} y={456} />
    </>
  )
}

export function ResourceEntities() {
  return (
    <FigureFrame
      id="figure-resource-entities"
      title="One resource speaks of several things"
      description="Eight attributes of one payment process, grouped by what they are about: the service, the running instance, the pod and the host. In each group a bar marks the attributes that identify the thing; the others describe it."
      caption="The attributes stand side by side on the wire. Read them as answers about several things, of which some say which one it is, and the others what it is like."
      wide={{ width: 720, height: 276, drawing: <Wide /> }}
      narrow={{ width: 362, height: 478, drawing: <Narrow /> }}
      words={
        <WordsTable
          label="The attributes by entity"
          head={['About', 'Attribute', 'Value', 'Role']}
          rows={entities.flatMap((entity) =>
            entity.attributes.map(({ name, value, identity }) => [
              entity.name,
              name,
              value,
              identity ? 'identifies' : 'describes',
            ]),
          )}
        />
      }
    />
  )
}

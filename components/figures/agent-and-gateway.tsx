import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { NodeBox } from '@/components/figures/node-box'
import { Wire } from '@/components/figures/wire'

const hosts = [
  { name: 'host 1', services: 'web' },
  { name: 'host 2', services: 'checkout, inventory' },
  { name: 'host 3', services: 'payment, mailer' },
] as const

function Wide() {
  return (
    <>
      {hosts.map((host, index) => {
        const y = 4 + index * 88
        return (
          <g key={host.name}>
            <rect x={4} y={y} width={330} height={78} rx={6} className="fill-sunken stroke-line" />
            <Label x={14} y={y + 18} text={host.name} size={12} tone="soft" />
            <NodeBox x={14} y={y + 26} width={160} height={42} lines={[host.services]} />
            <Wire
              tone="accent"
              flows
              points={[
                [174, y + 47],
                [222, y + 47],
              ]}
            />
            <NodeBox x={224} y={y + 26} width={98} height={42} lines={['agent']} tone="accent" />
            <Wire
              tone="accent"
              flows
              points={[
                [322, y + 47],
                [376, y + 47],
                [426, 115 + index * 18],
              ]}
            />
          </g>
        )
      })}
      <NodeBox
        x={428}
        y={84}
        width={126}
        height={100}
        lines={['gateway', 'secrets,', 'tail sampling']}
        tone="accent"
      />
      <Wire
        tone="accent"
        flows
        points={[
          [554, 134],
          [606, 134],
        ]}
      />
      <NodeBox x={608} y={106} width={108} height={56} lines={['backends']} />
    </>
  )
}

function Narrow() {
  return (
    <>
      {hosts.map((host, index) => {
        const x = 2 + index * 121
        const [first, second] = host.services.split(', ')
        return (
          <g key={host.name}>
            <rect x={x} y={4} width={116} height={146} rx={6} className="fill-sunken stroke-line" />
            <Label x={x + 10} y={22} text={host.name} size={12} tone="soft" />
            <NodeBox
              x={x + 10}
              y={30}
              width={96}
              height={44}
              lines={second ? [`${first},`, second] : [first ?? '']}
              size={12}
            />
            <Wire
              tone="accent"
              flows
              points={[
                [x + 58, 74],
                [x + 58, 104],
              ]}
            />
            <NodeBox x={x + 10} y={106} width={96} height={36} lines={['agent']} tone="accent" />
            <Wire
              tone="accent"
              flows
              points={[
                [x + 58, 142],
                [x + 58, 168],
                [160 + index * 20, 204],
              ]}
            />
          </g>
        )
      })}
      <NodeBox
        x={90}
        y={206}
        width={180}
        height={52}
        lines={['gateway', 'secrets, tail sampling']}
        size={12}
        tone="accent"
      />
      <Wire
        tone="accent"
        flows
        points={[
          [180, 258],
          [180, 292],
        ]}
      />
      <NodeBox x={110} y={294} width={140} height={36} lines={['backends']} />
    </>
  )
}

export function AgentAndGateway() {
  return (
    <FigureFrame
      id="figure-agent-and-gateway"
      title="Agents beside the services, a gateway behind them"
      description="On each of three hosts an agent Collector takes OTLP from the services there. All agents send to one gateway, which sends to the backends."
      caption="A service knows its agent. The agents know the gateway. Only the gateway knows the backends and their keys."
      wide={{ width: 720, height: 264, drawing: <Wide /> }}
      narrow={{ width: 362, height: 334, drawing: <Narrow /> }}
      moving
      words={
        <p>
          Host 1 runs web, host 2 checkout and inventory, host 3 payment and mailer. Each host has one agent,
          to which its services send. The three agents send to one gateway. The gateway holds the secrets,
          does the tail sampling, and sends to the backends.
        </p>
      }
    />
  )
}

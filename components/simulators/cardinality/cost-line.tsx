import type { CardinalityParams } from '@/lib/simulators/cardinality/params'
import type { CardinalityView } from '@/lib/simulators/cardinality/view'
import { writeBytes, writeCount, writeMoney } from './write'

interface Props {
  view: CardinalityView
  params: CardinalityParams
  revealed: boolean
}

/** How the sets of one instance become the series of a store: every factor in sight, then memory and money. */
export function CostLine({ view, params, revealed }: Props) {
  const { cost, series, inOverflow } = view
  const shown = (value: string) => (revealed ? value : '?')
  const factors = [
    [inOverflow > 0 ? 'sets and the overflow' : 'sets', shown(writeCount(series + (inOverflow > 0 ? 1 : 0)))],
    ['series a set', shown(writeCount(cost.perSet))],
    ['instances', writeCount(params.instances)],
    [
      params.replaceEveryHours > 0 ? `generations in ${params.windowHours} h` : 'generation',
      shown(writeCount(cost.generations)),
    ],
  ] as const
  return (
    <div>
      <p className="m-0 mb-1 text-[14px] leading-5 font-semibold">What the store then holds</p>
      <p className="m-0 flex flex-wrap items-baseline gap-x-2 gap-y-1 text-[14px] leading-6 tabular-nums">
        {factors.map(([name, value], index) => (
          <span key={name}>
            {index > 0 && <span className="text-soft">× </span>}
            <strong className="text-[16px]">{value}</strong> <span className="text-soft">{name}</span>
          </span>
        ))}
        <span>
          <span className="text-soft">= </span>
          <strong className="text-[16px]">{shown(writeCount(cost.inWindow))}</strong>{' '}
          <span className="text-soft">series</span>
        </span>
      </p>
      <p className="m-0 text-[14px] leading-6 tabular-nums">
        <span className="text-soft">With the assumptions below:</span> {shown(writeBytes(cost.memoryBytes))}{' '}
        <span className="text-soft">of memory,</span> {shown(writeMoney(cost.moneyPerMonth))}{' '}
        <span className="text-soft">a month</span>
      </p>
    </div>
  )
}

import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'
import { type Compared, shareWith } from '@/components/figures/zone-drill'

const rows: readonly { readonly of: string; readonly key: keyof Compared; readonly value: string }[] = [
  { of: 'checkout version', key: 'version', value: '5.4.0' },
  { of: 'payment method', key: 'method', value: 'card' },
  { of: 'inventory instance', key: 'instance', value: 'inventory-1' },
  { of: 'inventory instance', key: 'instance', value: 'inventory-4' },
  { of: 'inventory zone', key: 'zone', value: 'b' },
]
const percent = (share: number): string => `${(share * 100).toFixed(0)} %`

function Bars({ left, width }: { left: number; width: number }) {
  const across = width - left - 52
  return (
    <>
      {rows.map(({ of, key, value }, index) => {
        const y = 8 + index * 56
        const [slow, fast] = [shareWith(true, key, value), shareWith(false, key, value)]
        return (
          <g key={value}>
            <Label x={4} y={y + 16} text={value} mono />
            <Label x={4} y={y + 34} text={of} size={12} tone="soft" />
            <line x1={left} x2={left} y1={y} y2={y + 42} className="stroke-line" />
            <rect
              x={left}
              y={y + 2}
              width={Math.max(1, slow * across)}
              height={16}
              rx={2}
              className="fill-metric"
            />
            <Label x={left + slow * across + 6} y={y + 15} text={percent(slow)} size={12} strong />
            <rect
              x={left}
              y={y + 22}
              width={Math.max(1, fast * across)}
              height={16}
              rx={2}
              strokeWidth={1.5}
              className="fill-raised stroke-metric"
            />
            <Label x={left + fast * across + 6} y={y + 35} text={percent(fast)} size={12} />
          </g>
        )
      })}
      <rect x={4} y={296} width={14} height={12} rx={2} className="fill-metric" />
      <Label x={24} y={306} text="of the slow ones" size={12} />
      <rect
        x={148}
        y={296}
        width={14}
        height={12}
        rx={2}
        strokeWidth={1.5}
        className="fill-raised stroke-metric"
      />
      <Label x={168} y={306} text="of the fast ones" size={12} />
    </>
  )
}

export function SlowAndFast() {
  return (
    <FigureFrame
      id="figure-slow-and-fast"
      title="Forty slow checkouts beside eighty fast ones"
      description="For five values, the share of the slow and of the fast checkouts that have it. The new version and the payment method are spread alike. Two instances hold half of the slow ones each and no fast one. Zone b holds all of the slow ones and no fast one."
      caption="A value that is as frequent on both sides says nothing. Zone b has all of the one side and nothing of the other."
      wide={{ width: 720, height: 316, drawing: <Bars left={170} width={720} /> }}
      narrow={{ width: 362, height: 316, drawing: <Bars left={130} width={362} /> }}
      words={
        <WordsTable
          label="Slow and fast checkouts"
          head={['Attribute', 'Value', 'Of the slow', 'Of the fast']}
          rows={rows.map(({ of, key, value }) => [
            of,
            value,
            percent(shareWith(true, key, value)),
            percent(shareWith(false, key, value)),
          ])}
        />
      }
    />
  )
}

import { fillOf, strokeOf, type Tone } from '@/components/figures/label'

export type Point = readonly [x: number, y: number]

interface Props {
  points: readonly [Point, Point, ...Point[]]
  tone?: Tone
  /** Dots travel from the first point to the last. */
  flows?: boolean
  dashed?: boolean
}

/** A line with an arrowhead at its end. */
export function Wire({ points, tone = 'soft', flows, dashed }: Props) {
  const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ')
  const [endX, endY] = points[points.length - 1]!
  const [fromX, fromY] = points[points.length - 2]!
  const turn = (Math.atan2(endY - fromY, endX - fromX) * 180) / Math.PI
  return (
    <g>
      <path
        d={d}
        fill="none"
        strokeWidth={1.5}
        strokeDasharray={dashed ? '4 4' : undefined}
        className={strokeOf[tone]}
      />
      {flows && <path d={d} fill="none" strokeWidth={6} className={`figure-flow ${strokeOf[tone]}`} />}
      <path
        d="M0 0 L-9 -4.5 L-9 4.5 Z"
        transform={`translate(${endX} ${endY}) rotate(${turn.toFixed(2)})`}
        className={fillOf[tone]}
      />
    </g>
  )
}

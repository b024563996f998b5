/** The tones of a picture: the five signals, an error, and the neutral ones. */
export type Tone = 'trace' | 'metric' | 'log' | 'context' | 'profile' | 'error' | 'accent' | 'ink' | 'soft'

export const fillOf: Record<Tone, string> = {
  trace: 'fill-trace',
  metric: 'fill-metric',
  log: 'fill-log',
  context: 'fill-context',
  profile: 'fill-profile',
  error: 'fill-error',
  accent: 'fill-accent',
  ink: 'fill-ink',
  soft: 'fill-soft',
}

export const strokeOf: Record<Tone, string> = {
  trace: 'stroke-trace',
  metric: 'stroke-metric',
  log: 'stroke-log',
  context: 'stroke-context',
  profile: 'stroke-profile',
  error: 'stroke-error',
  accent: 'stroke-accent',
  ink: 'stroke-ink',
  soft: 'stroke-soft',
}

interface Props {
  x: number
  y: number
  text: string
  tone?: Tone
  anchor?: 'start' | 'middle' | 'end'
  size?: 11 | 12 | 13 | 14
  mono?: boolean
  strong?: boolean
  /** A rim in the colour of the page, where the text lies over a line. */
  halo?: boolean
}

const sizes = { 11: 'text-[11.5px]', 12: 'text-[12px]', 13: 'text-[13px]', 14: 'text-[14px]' }

/** One line of text; y is its baseline. */
export function Label({ x, y, text, tone = 'ink', anchor = 'start', size = 13, mono, strong, halo }: Props) {
  const face = `${mono ? 'font-mono' : 'font-sans'} ${strong ? 'font-semibold' : ''} ${halo ? 'stroke-paper [paint-order:stroke]' : ''}`
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      strokeWidth={halo ? 5 : undefined}
      className={`${fillOf[tone]} ${sizes[size]} ${face}`}
    >
      {text}
    </text>
  )
}

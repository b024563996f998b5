import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { WordsTable } from '@/components/figures/words-table'

const methods = ['GET', 'POST', 'DELETE', 'PUT', 'PATCH'] as const

/** How many of the twenty routes answer to which methods. */
const kinds = [
  { routes: 14, answers: ['GET'] },
  { routes: 4, answers: ['GET', 'POST'] },
  { routes: 2, answers: ['GET', 'POST', 'DELETE'] },
] as const

const routes = kinds.flatMap(({ routes: count, answers }) =>
  Array.from({ length: count }, (): readonly string[] => answers),
)
const real = routes.reduce((sum, answers) => sum + answers.length, 0)

interface GridProps {
  left: number
  cell: number
  top: number
}

function Grid({ left, cell, top }: GridProps) {
  const size = cell - 3
  return (
    <>
      {methods.map((method, row) => (
        <g key={method}>
          <Label x={4} y={top + row * cell + size * 0.72} text={method} size={12} mono />
          {routes.map((answers, column) => {
            const x = left + column * cell
            const y = top + row * cell
            const exists = answers.includes(method)
            return (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: a route of this figure is its place
                key={column}
                x={x}
                y={y}
                width={size}
                height={size}
                rx={2}
                className={exists ? 'fill-metric' : 'fill-paper stroke-line-strong'}
              />
            )
          })}
        </g>
      ))}
    </>
  )
}

function Key({ y }: { y: number }) {
  return (
    <>
      <rect x={4} y={y} width={14} height={14} rx={2} className="fill-metric" />
      <Label x={26} y={y + 12} text={`occurs: ${real} pairs`} size={12} />
      <rect x={150} y={y} width={14} height={14} rx={2} className="fill-paper stroke-line-strong" />
      <Label x={172} y={y + 12} text={`never: ${methods.length * routes.length - real} pairs`} size={12} />
    </>
  )
}

export function PossibleAndReal() {
  return (
    <FigureFrame
      id="figure-possible-and-real"
      title="Pairs of method and route: possible, and real"
      description="A grid of five methods by twenty routes. All twenty routes answer to GET, six to POST, two to DELETE, none to PUT or PATCH: 28 of 100 cells are filled."
      caption="Each column is a route, each row a method. Only the filled cells ever make a set. With three status codes for each of them there are 84 sets."
      wide={{
        width: 720,
        height: 216,
        drawing: (
          <>
            <Label x={80} y={16} text="20 routes" size={12} tone="soft" />
            <Grid left={80} cell={32} top={24} />
            <Key y={196} />
          </>
        ),
      }}
      narrow={{
        width: 362,
        height: 132,
        drawing: (
          <>
            <Label x={62} y={14} text="20 routes" size={11} tone="soft" />
            <Grid left={62} cell={15} top={22} />
            <Key y={110} />
          </>
        ),
      }}
      words={
        <WordsTable
          label="Routes by the methods they answer to"
          head={['Routes', 'Methods', 'Pairs']}
          rows={[
            ...kinds.map(({ routes: count, answers }) => [count, answers.join(', '), count * answers.length]),
            [routes.length, 'together', real],
          ]}
        />
      }
    />
  )
}

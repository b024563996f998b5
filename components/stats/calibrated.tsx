import { CalibrationPoints } from '@/components/charts/calibration-chart'
import { ChartFrame } from '@/components/charts/chart-frame'
import { DataTable } from '@/components/charts/data-table'
import { type Calibration, HALF_LIFE_ANSWERS, type Prediction } from '@/lib/review/statistics/calibration'
import { FEW_ANSWERS } from '@/lib/review/statistics/retention'
import { counted, percent } from '@/lib/review/statistics/words'
import { Aside, StatsSection } from './stats-section'

const names = { fsrs: 'FSRS', average: 'Your average', moving: 'A moving average' } as const

/** How far expected recall can be trusted: what was expected against what came, beside two plain guesses. */
export function Calibrated({ calibration, isFitted }: { calibration: Calibration; isFitted: boolean }) {
  const { asked, bins, predictions } = calibration
  return (
    <StatsSection id="calibration" title="Can the forecast be trusted?">
      <p className="mt-3">
        Before each answer, FSRS expects a certain recall. If it is right, then of a hundred cards expected at
        90 % about ninety are recalled.
      </p>
      {asked === 0 ? (
        <p className="mt-3">There is nothing to compare yet: no card has come back on a later day.</p>
      ) : (
        <>
          {asked < FEW_ANSWERS && (
            <p className="mt-3">
              So far there are {counted(asked, 'answer')}: the intervals are too wide to tell right from
              wrong.
            </p>
          )}
          <ChartFrame
            id="expected-and-recalled"
            title="Expected and recalled"
            description="A point for each step of expected recall: across what was expected, upwards the share that was recalled, with the interval in which it may well lie. On the dashed diagonal both are the same; a point below it stands for cards that were forgotten more often than expected."
            wide={{ width: 760, height: 340, drawing: <CalibrationPoints bins={bins} width={760} /> }}
            narrow={{ width: 350, height: 340, drawing: <CalibrationPoints bins={bins} width={350} /> }}
            table={
              <DataTable
                label="Expected and recalled"
                head={['Expected', 'Answers', 'Recalled', 'May well be']}
                rows={bins.map((bin) => [
                  `${(bin.expected * 100).toFixed(1)} %`,
                  bin.asked.toLocaleString('en-GB'),
                  percent(bin.recalled / bin.asked),
                  `${percent(bin.interval.low)} to ${percent(bin.interval.high)}`,
                ])}
              />
            }
          />
          <h3 className="mt-8 font-semibold">Beside two plain guesses</h3>
          <p className="mt-2">{comparison(predictions)}</p>
          {isFitted && (
            <p className="mt-2">
              Your weights were fitted to most of these answers, which flatters FSRS here. How they did on
              answers that they had not seen is said where they were fitted.
            </p>
          )}
          <DataTable
            label="Log loss of three ways to predict"
            head={['Predicted by', 'Log loss', 'FSRS is nearer by']}
            rows={predictions.map(({ by, logLoss, lead }) => [
              names[by],
              logLoss.toFixed(4),
              by === 'fsrs'
                ? ''
                : lead
                  ? `${lead.mean.toFixed(4)} ± ${lead.halfWidth.toFixed(4)}`
                  : 'too few days',
            ])}
          />
          <Aside>
            Log loss measures how far predictions were from {counted(asked, 'answer')}; less is better, and 0
            would be to know each one beforehand. “Your average” says the same for every card: the share that
            you recalled over all this time, which it knows in hindsight. The moving average knows only the
            days before, and gives an answer half the weight of one {HALF_LIFE_ANSWERS} answers later. Both
            know no card from another, so they cannot say when to ask one. A small lead or lag is common: on a
            large public set of reviews a moving average did about as well as FSRS. None of this says how well
            you learn, only how well it is foretold.
          </Aside>
        </>
      )}
    </StatsSection>
  )
}

function comparison(predictions: readonly Prediction[]): string {
  const guesses = predictions.filter(({ by }) => by !== 'fsrs')
  if (guesses.some(({ lead }) => lead === null))
    return 'There are too few days yet to tell which of them is nearer to your answers.'
  return guesses
    .map(({ by, lead }) => {
      const { mean, halfWidth } = lead!
      const other = by === 'average' ? 'your average' : 'the moving average'
      if (mean > halfWidth) return `FSRS is nearer to your answers than ${other}.`
      return mean < -halfWidth
        ? `FSRS is farther from your answers than ${other}.`
        : `FSRS and ${other} cannot be told apart.`
    })
    .join(' ')
}

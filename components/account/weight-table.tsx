import type { Weights } from '@/lib/review/memory'

/** What each weight is for, in the order of FSRS-6. */
const names = [
  'Days known after a first Forgot',
  'Days known after a first Hard',
  'Days known after a first Good',
  'Days known after a first Easy',
  'Difficulty at first',
  'Difficulty at first, by grade',
  'Difficulty, change by grade',
  'Difficulty, return to the mean',
  'Gain of a known card',
  'Gain, less for what is known long',
  'Gain, more for what was nearly forgotten',
  'What a forgotten card keeps',
  'What it keeps, by difficulty',
  'What it keeps, by how long it was known',
  'What it keeps, by how late it came',
  'Gain of Hard, as a share of Good',
  'Gain of Easy, as a multiple of Good',
  'Same day, by grade',
  'Same day, offset',
  'Same day, less for what is known long',
  'Decay of the forgetting curve',
]

/** The numbers themselves, for whoever wants to see them: those in use, and those of the fit beside them. */
export function WeightTable({ weights, offered }: { weights: Weights; offered: Weights | null }) {
  return (
    <details>
      <summary className="cursor-pointer text-accent">The 21 numbers</summary>
      <table className="mt-4 w-full text-left">
        <caption className="sr-only">The weights of FSRS-6</caption>
        <thead>
          <tr className="border-line border-b text-soft">
            <th scope="col" className="py-2 pr-3 font-normal">
              Weight
            </th>
            <th scope="col" className="py-2 text-right font-normal">
              In use
            </th>
            {offered && (
              <th scope="col" className="py-2 pl-3 text-right font-normal">
                Fitted
              </th>
            )}
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {names.map((name, place) => (
            <tr key={name} className="border-line border-b last:border-0">
              <th scope="row" className="py-2 pr-3 font-normal">
                {name}
              </th>
              <td className="py-2 text-right">{weights[place]?.toFixed(4)}</td>
              {offered && (
                <td className="py-2 pl-3 text-right font-semibold">{offered[place]?.toFixed(4)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

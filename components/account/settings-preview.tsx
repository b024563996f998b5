/** What a change of the review settings does: the server's answer before it is made. */
export interface SettingsEffect {
  cards: number
  moved: number
  dueToday: { was: number; will: number }
  dueThisWeek: { was: number; will: number }
  perDay: { was: number[]; will: number[] }
}

const months = ['First month', 'Second month', 'Third month']

/** Was and will be, side by side: what is due soon, and the cards a day of the next months. */
export function SettingsPreview({ effect }: { effect: SettingsEffect }) {
  const { cards, moved, dueToday, dueThisWeek, perDay } = effect
  const rows = [
    { what: 'Due today', was: dueToday.was, will: dueToday.will },
    { what: 'Due within seven days', was: dueThisWeek.was, will: dueThisWeek.will },
    ...months.map((month, place) => ({
      what: `${month}, cards a day`,
      was: perDay.was[place] ?? 0,
      will: perDay.will[place] ?? 0,
    })),
  ]
  return (
    <section aria-labelledby="effect" className="rounded border border-line bg-raised p-4">
      <h2 id="effect" className="font-semibold">
        What changes
      </h2>
      <p className="mt-2">
        {cards === 0
          ? 'Your deck has no graded cards yet: the settings are for what comes.'
          : moved === 0
            ? `None of your ${cards} cards moves to another day.`
            : `${moved} of your ${cards} cards ${moved === 1 ? 'moves' : 'move'} to another day. Taking the change back puts ${moved === 1 ? 'it' : 'them'} where ${moved === 1 ? 'it was' : 'they were'}.`}
      </p>
      <table className="mt-4 w-full text-left">
        <caption className="sr-only">
          Your reviews with the settings as they are, and as they would be
        </caption>
        <thead>
          <tr className="border-b border-line text-soft">
            <th scope="col" className="py-2 pr-3 font-normal">
              Reviews
            </th>
            <th scope="col" className="py-2 pr-3 text-right font-normal">
              Was
            </th>
            <th scope="col" className="py-2 text-right font-normal">
              Will be
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, was, will }) => (
            <tr key={what} className="border-b border-line last:border-0">
              <th scope="row" className="py-2 pr-3 font-normal">
                {what}
              </th>
              <td className="py-2 pr-3 text-right">{was}</td>
              <td className="py-2 text-right font-semibold">{will}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-[0.9375rem] text-soft">
        The months are simulated on your own deck: each card is played forward once and remembered as often as
        FSRS expects. Both columns have the same luck. Take them as a size, not as a promise.
      </p>
    </section>
  )
}

/** What stands in the place of a problem until it is drawn. */
export function ProblemWait({ hasFailed, onRetry }: { hasFailed: boolean; onRetry(): void }) {
  return (
    <div className="mx-auto grid min-h-48 content-center justify-items-center gap-3 text-center text-soft">
      <p role="status">
        {hasFailed
          ? 'The problem could not be fetched. Nothing you did is lost.'
          : 'A problem is being drawn for you.'}
      </p>
      <noscript>
        <p>It is made anew each time, in your browser, and needs JavaScript.</p>
      </noscript>
      {hasFailed && (
        <button
          type="button"
          onClick={onRetry}
          className="min-h-11 rounded border border-line-strong bg-raised px-4 font-semibold text-ink hover:bg-sunken"
        >
          Try again
        </button>
      )}
    </div>
  )
}

/** From one box to the next: to the right, or down where there is no room. Dashes move while data does. */
export function FlowArrow({ colour, flows }: { colour: string; flows: boolean }) {
  const dashes = flows ? 'pipeline-flow' : ''
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 12"
      className={`ml-6 h-3 w-6 shrink-0 origin-center rotate-90 @3xl:ml-0 @3xl:rotate-0 ${colour}`}
    >
      <path
        d="M0 6H20"
        strokeWidth={2}
        strokeDasharray="4 3"
        className={`fill-none stroke-current ${dashes}`}
      />
      <path d="M17 2 22 6 17 10" strokeWidth={2} className="fill-none stroke-current" />
    </svg>
  )
}

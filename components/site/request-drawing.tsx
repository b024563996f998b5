/**
 * The drawing of the front page: one request as a trace (bars), the metric that counts it (line), the
 * events it wrote (dots) and the context it carried (tag). Colours and shapes are those of every figure.
 */
export function RequestDrawing() {
  return (
    <svg
      viewBox="0 0 440 300"
      role="img"
      aria-label="One request drawn four ways: a trace of five spans as bars, a metric as a line, events as dots, and the context that ties them as a tag."
      className="h-auto w-full max-w-[440px]"
    >
      <g stroke="var(--line)" strokeWidth="1">
        <path d="M8 12v276M114 12v276M220 12v276M326 12v276M432 12v276" strokeDasharray="2 5" />
      </g>
      <g fill="var(--trace)">
        <rect x="8" y="28" width="424" height="16" rx="4" />
        <rect x="34" y="58" width="372" height="16" rx="4" opacity="0.85" />
        <rect x="58" y="88" width="78" height="16" rx="4" opacity="0.7" />
        <rect x="150" y="118" width="240" height="16" rx="4" opacity="0.85" />
        <rect x="172" y="148" width="196" height="16" rx="4" />
      </g>
      <g fill="none" stroke="var(--line-strong)" strokeWidth="1.25">
        <path d="M34 44v14M58 74v14M150 74v44M172 134v14" />
      </g>
      <g fill="var(--log)" stroke="var(--paper)" strokeWidth="2">
        <circle cx="196" cy="156" r="6.5" />
        <circle cx="338" cy="156" r="6.5" />
        <circle cx="104" cy="96" r="6.5" />
      </g>
      <g transform="translate(8 190)">
        <path
          d="M0 6a4 4 0 0 1 4-4h130l10 11-10 11H4a4 4 0 0 1-4-4z"
          fill="var(--context-wash)"
          stroke="var(--context)"
          strokeWidth="1.5"
        />
        <circle cx="130" cy="13" r="2.5" fill="var(--context)" />
        <text x="12" y="18" fontFamily="var(--font-mono)" fontSize="14" fill="var(--context)">
          4bf92f35…4736
        </text>
      </g>
      <path
        d="M8 276C40 274 66 272 96 270s52 2 84-2 46-40 74-48 44 20 70 26 66 14 108 18"
        fill="none"
        stroke="var(--metric)"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <path d="M8 288h424" stroke="var(--line-strong)" strokeWidth="1" />
    </svg>
  )
}

import { memo } from 'react'

/** A canvas cannot read a class: these hold the theme's colours for the one beside them. */
export const ColourSamples = memo(function ColourSamples({ classes }: { classes: readonly string[] }) {
  return (
    <span hidden>
      {classes.map((name) => (
        <span key={name} className={name} />
      ))}
    </span>
  )
})

/** The colour of a class among the samples beside the canvas. */
export function readColour(canvas: HTMLCanvasElement, className: string): string {
  return getComputedStyle(canvas.parentElement!.querySelector(`[hidden] > .${className}`)!).color
}

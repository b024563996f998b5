import { type RefObject, useEffect, useState } from 'react'

/** Counts what makes a drawing stale: another size, another theme. */
export function useRedraws(canvas: RefObject<HTMLCanvasElement | null>): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const target = canvas.current
    if (target === null) return
    const again = () => setCount((before) => before + 1)
    const size = new ResizeObserver(again)
    size.observe(target)
    const theme = new MutationObserver(again)
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', again)
    return () => {
      size.disconnect()
      theme.disconnect()
      dark.removeEventListener('change', again)
    }
  }, [canvas])
  return count
}

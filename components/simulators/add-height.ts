import type { FrameHeight } from './simulator-names'

/** A frame with something more in it. */
export function addHeight(frame: FrameHeight, more: FrameHeight): FrameHeight {
  return { phone: frame.phone + more.phone, wide: frame.wide + more.wide }
}

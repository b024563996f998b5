/** How a simulator is put on a page. Plain values, so that a server component can hand them over. */
export interface SimulatorProps {
  readonly preset?: string | undefined
  /** Parameters that differ from the preset. */
  readonly state?: Readonly<Record<string, string | number | boolean>> | undefined
  /** The page's address holds the state: on the simulator's own page only. */
  readonly inUrl?: boolean
}

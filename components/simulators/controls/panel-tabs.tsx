import { SimulatorButton } from '../simulator-button'

interface Props<Panel extends string> {
  /** What each group of controls is called, in their order. */
  panels: readonly (readonly [Panel, string])[]
  shown: Panel
  onShow: (panel: Panel) => void
}

/** Which group of controls is in view: a row of buttons, of which one is pressed. */
export function PanelTabs<Panel extends string>({ panels, shown, onShow }: Props<Panel>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons, not fields of a form
    <div role="group" aria-label="What to set" className="flex flex-wrap gap-2">
      {panels.map(([panel, name]) => (
        <SimulatorButton
          key={panel}
          aria-pressed={panel === shown}
          className="aria-pressed:border-accent aria-pressed:bg-accent-wash"
          onClick={() => onShow(panel)}
        >
          {name}
        </SimulatorButton>
      ))}
    </div>
  )
}

/** What a reader may choose; `system` follows the device. Kept in a cookie so that the server sets it. */
export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

export const themeCookie = 'theme'

/** The theme that the cookie names; the system's where it names none of ours. */
export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system'
}

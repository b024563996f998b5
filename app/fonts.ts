import localFont from 'next/font/local'

// Only what a first screen needs is preloaded; italic and code come after it (components/site/late-fonts.tsx).
// The italic is a family of its own, since a family is preloaded whole. Both are `optional`: one that the browser
// no longer keeps, though the cookie says so, must not move lines that are being read.

export const serif = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  weight: '200 900',
  variable: '--font-source-serif',
  adjustFontFallback: 'Times New Roman',
})

export const serifItalic = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  weight: '200 900',
  style: 'italic',
  variable: '--font-source-serif-italic',
  adjustFontFallback: 'Times New Roman',
  display: 'optional',
  preload: false,
})

export const sans = localFont({
  src: '../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  weight: '200 900',
  variable: '--font-source-sans',
  adjustFontFallback: 'Arial',
})

export const mono = localFont({
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  weight: '100 800',
  variable: '--font-jetbrains-mono',
  adjustFontFallback: false,
  display: 'optional',
  preload: false,
})

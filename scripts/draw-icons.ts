/**
 * Draws the installed app's icons from app/icon.svg into app/icons: PNG, since not every system takes SVG.
 * Run by hand when the drawing changes: `npx tsx scripts/draw-icons.ts`.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { browserFlags, ensureBrowser } from './find-browser'

const root = path.join(import.meta.dirname, '..')
// An installed icon stands on a wallpaper, not on a page: it is the light one, whatever the reader's theme.
const drawing = readFileSync(path.join(root, 'app/icon.svg'), 'utf8').replace(
  /@media[^{]*\{[\s\S]*?\n {4}\}/,
  '',
)

/** Systems cut a maskable icon to a shape of their own: paper to the edge, the drawing in the middle 80 %. */
const masked = drawing.replace('rx="7"', '').replace('viewBox="0 0 32 32"', 'viewBox="-3.2 -3.2 38.4 38.4"')

const icons = [
  { file: 'icon-192.png', size: 192, svg: drawing },
  { file: 'icon-512.png', size: 512, svg: drawing },
  { file: 'maskable-512.png', size: 512, svg: masked },
  { file: '../apple-icon.png', size: 180, svg: masked },
]

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags() })
for (const { file, size, svg } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const isMasked = svg === masked
  await page.setContent(
    `<style>*{margin:0}body{background:${isMasked ? '#fbfaf7' : 'transparent'}}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  )
  await page.screenshot({ path: path.join(root, 'app/icons', file), omitBackground: !isMasked })
  await page.close()
}
await browser.close()

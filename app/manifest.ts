import type { MetadataRoute } from 'next'
import { course } from '@/content/course'
import icon192 from './icons/icon-192.png'
import icon512 from './icons/icon-512.png'
import maskable512 from './icons/maskable-512.png'

const png = (icon: { src: string; width: number }) => ({
  src: icon.src,
  sizes: `${icon.width}x${icon.width}`,
  type: 'image/png',
})

/** What makes the site installable. The PNGs are drawn by scripts/draw-icons.ts. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Spanwise',
    short_name: 'Spanwise',
    description: course.summary,
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      png(icon192),
      png(icon512),
      { ...png(maskable512), purpose: 'maskable' },
    ],
    shortcuts: [{ name: 'Review', url: '/review', icons: [png(icon192)] }],
  }
}

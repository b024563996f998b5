import type { MetadataRoute } from 'next'
import { course } from '@/content/course'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Spanwise',
    short_name: 'Spanwise',
    description: course.summary,
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}

import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { env } from '@/lib/server/env'

export default async function robots(): Promise<MetadataRoute.Robots> {
  // The address is known where the server runs, not where it is built.
  await connection()
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/api/', '/practise', '/review', '/settings', '/search-index'],
    },
    sitemap: `${env.NEXTAUTH_URL}/sitemap.xml`,
  }
}

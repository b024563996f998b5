import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import createMdx from '@next/mdx'
import type { NextConfig } from 'next'

const plugins = path.join(import.meta.dirname, 'lib/content/mdx')

// Plugins are named, not imported: Turbopack runs them in a process of its own. It keeps what they made
// for as long as their options stay the same, so their own text is one of the options.
const version = createHash('sha256')
for (const name of ['code', 'highlight', 'names', 'sections', 'text'])
  version.update(readFileSync(path.join(plugins, `${name}.mjs`)))
const options = { version: version.digest('hex') }

const withMdx = createMdx({
  options: {
    remarkPlugins: ['remark-gfm', 'remark-frontmatter', 'remark-mdx-frontmatter'],
    rehypePlugins: [
      'rehype-slug',
      [path.join(plugins, 'sections.mjs'), options],
      [path.join(plugins, 'code.mjs'), options],
    ],
  },
})

// A page that ends in .dev.tsx exists while one develops, and is not even built for production.
const isDevelopment = process.env.NODE_ENV === 'development'

const config: NextConfig = {
  pageExtensions: [...(isDevelopment ? ['dev.tsx'] : []), 'tsx', 'ts'],
  poweredByHeader: false,
  reactStrictMode: true,
  experimental: { useCache: true },
  // proxy.ts heads every other answer; these files it does not see.
  headers: async () => [
    { source: '/_next/static/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
  ],
  // `npm start` and the image run this: a folder with all that the server needs. See scripts/build.ts.
  output: 'standalone',
  // `npm run check` checks the types. A first start need not wait for it once more.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: import.meta.dirname,
  // SQLite in WebAssembly, for Anki's files: read from its own package at run time.
  serverExternalPackages: ['sql.js'],
  outputFileTracingIncludes: {
    '/**': [
      './content/**/*.yaml',
      './content/**/*.mdx',
      './node_modules/sql.js/dist/sql-wasm.wasm',
      // The optimiser of weights, and whichever of its native parts this machine has installed: the program
      // that imports it is bundled beside the server (scripts/build.ts).
      './node_modules/@open-spaced-repetition/**/*',
    ],
  },
  outputFileTracingExcludes: { '/**': ['./.data/**', './tests/**', './docs/**', './scripts/**'] },
}

export default withMdx(config)

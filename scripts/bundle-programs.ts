import path from 'node:path'
import { build } from 'esbuild'

/**
 * Bundles our own programs into the folder that a server runs from: `serve.mjs`, which is started, and
 * `fit-program.mjs`, which the server starts beside itself to fit weights (lib/server/run-fit.ts).
 */
export async function bundlePrograms(root: string, target: string): Promise<void> {
  await build({
    entryPoints: {
      serve: path.join(root, 'scripts/serve.ts'),
      'fit-program': path.join(root, 'lib/server/fit-program.ts'),
    },
    outdir: target,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    conditions: ['react-server'],
    // pg is CommonJS and calls require; it tries this native module and does without. The optimiser is native.
    external: ['pg-native', './server.js', '@open-spaced-repetition/binding'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  })
}

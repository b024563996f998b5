import path from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = {
  '@': import.meta.dirname,
  // `server-only` throws outside a React server: tests are neither browser nor server component.
  'server-only': path.join(import.meta.dirname, 'tests/support/empty.ts'),
}

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/{engine,problems,simulators,review,content,house,components}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/chance.ts'],
          // Generous, for thousands of generated cases on a busy machine: it is there to end a hang.
          testTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          // Before the test file itself, whatever the order of its imports.
          setupFiles: ['tests/support/database.ts', 'tests/support/visitor.ts', 'tests/support/chance.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'platform',
          include: ['tests/platform/**/*.test.ts'],
          globalSetup: ['tests/support/built.ts'],
          // Whole servers come and go here, on the build that `npm test` has just made.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})

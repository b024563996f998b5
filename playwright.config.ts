import { defineConfig } from '@playwright/test'
import { browserFlags, findBrowser } from './scripts/find-browser'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/e2e/support/server.ts',
  // Each journey has a learner of its own, so they run side by side.
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  projects: [
    { name: 'journeys', testIgnore: '**/lighthouse.spec.ts' },
    // It measures time, so nothing else of ours runs beside it: after the journeys, and alone.
    { name: 'lighthouse', testMatch: '**/lighthouse.spec.ts', dependencies: ['journeys'] },
  ],
  use: {
    // Set by the global set-up, which starts the server.
    baseURL: process.env.SPANWISE_URL,
    // The journeys are about the site itself; those about what a browser keeps of it allow the worker.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findBrowser() ?? undefined, args: browserFlags() },
  },
})

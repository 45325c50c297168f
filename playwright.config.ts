import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from './e2e/browser.ts'

const { executablePath, env, name } = await findBrowser()

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/postgres.ts',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: availableParallelism(),
  timeout: 60_000,
  globalTimeout: 480_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  metadata: { browser: name },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    actionTimeout: 15_000,
    browserName: 'chromium',
    launchOptions: {
      executablePath,
      args: browserArguments,
      env: env as Record<string, string>,
    },
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
  },
})

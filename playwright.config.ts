import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from './e2e/browser.ts'

/** Where the invented clinic is: its server, its browsers and the tests count days alike. */
const timezoneId = 'America/New_York'
process.env['TZ'] = timezoneId

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
    timezoneId,
    screenshot: 'only-on-failure',
  },
})

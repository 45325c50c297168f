import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    maxWorkers: availableParallelism() + 1,
    execArgv: ['--max-semi-space-size=64'],
    projects: [
      {
        test: {
          name: 'rules',
          isolate: false,
          root: 'packages/rules',
          include: ['{src,test}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'api',
          isolate: false,
          root: 'apps/api',
          include: ['{src,test}/**/*.test.ts'],
          globalSetup: ['./test/postgres.ts'],
          testTimeout: 40_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'web',
          isolate: false,
          root: 'apps/web',
          include: ['{src,test}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'scripts',
          isolate: false,
          root: '.',
          include: ['{scripts,bench}/**/*.test.ts'],
          testTimeout: 40_000,
        },
      },
    ],
  },
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'rules',
          root: 'packages/rules',
          include: ['{src,test}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'api',
          root: 'apps/api',
          include: ['{src,test}/**/*.test.ts'],
          globalSetup: ['./test/postgres.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'web',
          root: 'apps/web',
          include: ['{src,test}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'scripts',
          root: '.',
          include: ['{scripts,bench}/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: 'packages/rules',
    include: ['test/every-test-in-one.ts'],
    testTimeout: 60_000,
  },
})

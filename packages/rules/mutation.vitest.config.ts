import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: 'packages/rules',
    include: [
      'src/**/*.test.ts',
      'test/cases/*.test.ts',
      'test/release/*.test.ts',
      'test/{refusals,headline,what-a-result-carries,calendar,settle,decisive}.test.ts',
    ],
    testNamePattern: /^(?!.*(random findings|is marked exactly when|it alone leads to)).*$/,
    testTimeout: 60_000,
  },
})

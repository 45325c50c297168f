import { describe, expect, it } from 'vitest'
import { browserOf, line, playwrightTotals, sum, vitestTotals } from './totals.ts'

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }
const playwright = {
  config: { metadata: { browser: 'Chromium 153' } },
  stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 },
}

describe('totals over both runners', () => {
  it('are the sums of what each counted', () => {
    const totals = sum([
      vitestTotals({ exitCode: 0, report: vitest }),
      playwrightTotals({ exitCode: 0, report: playwright }),
    ])
    expect(line(totals)).toBe('11 passed, 0 failed, 2 skipped')
  })

  it('name the browser', () => {
    expect(browserOf({ exitCode: 0, report: playwright })).toBe('Chromium 153')
    expect(browserOf({ exitCode: 1, report: undefined })).toBe('no browser')
  })

  it('count a runner that wrote no report as a failure', () => {
    expect(vitestTotals({ exitCode: 1, report: undefined }).failed).toBe(1)
    expect(playwrightTotals({ exitCode: 0, report: undefined }).failed).toBe(1)
  })

  it('count a runner that ran nothing as a failure', () => {
    const report = { ...playwright, stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 3 } }
    expect(playwrightTotals({ exitCode: 0, report }).failed).toBe(1)
  })

  it('count a runner that failed without a failed test as a failure', () => {
    expect(vitestTotals({ exitCode: 1, report: vitest }).failed).toBe(1)
  })

  it('count a test that passed only when repeated as failed', () => {
    const report = { ...playwright, stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 } }
    expect(playwrightTotals({ exitCode: 0, report }).failed).toBe(1)
  })
})

/** How many tests passed, failed and were left out. */
export type Totals = { passed: number; failed: number; skipped: number }

/** What a runner left behind: its exit code, and its JSON report when it got so far as to write one. */
export type Run = { exitCode: number; report: unknown }

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
}

type PlaywrightReport = {
  config: { metadata: { browser?: string } }
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** A runner that could not even be started. */
export const notRun: Run = { exitCode: 1, report: undefined }

const crashed: Totals = { passed: 0, failed: 1, skipped: 0 }

/** A runner that ran nothing, or that failed without a failed test, counts as one failure. */
const honest = (totals: Totals, { exitCode }: Run): Totals => {
  const ran = totals.passed + totals.failed > 0
  const explained = exitCode === 0 || totals.failed > 0
  return ran && explained ? totals : { ...totals, failed: totals.failed + 1 }
}

/** Counts what Vitest ran. */
export function vitestTotals(run: Run): Totals {
  if (!run.report) return crashed
  const report = run.report as VitestReport
  const skipped = report.numPendingTests + report.numTodoTests
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests, skipped }, run)
}

/** Counts what Playwright ran; a test that passed only when repeated has failed. */
export function playwrightTotals(run: Run): Totals {
  if (!run.report) return crashed
  const { expected, unexpected, flaky, skipped } = (run.report as PlaywrightReport).stats
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, run)
}

/** Names the browser that Playwright's tests ran in. */
export const browserOf = ({ report }: Run): string =>
  (report as PlaywrightReport | undefined)?.config.metadata.browser ?? 'no browser'

/** Adds up the totals of several runners. */
export const sum = (all: readonly Totals[]): Totals => ({
  passed: all.reduce((count, { passed }) => count + passed, 0),
  failed: all.reduce((count, { failed }) => count + failed, 0),
  skipped: all.reduce((count, { skipped }) => count + skipped, 0),
})

/** Writes totals as one line. */
export const line = ({ passed, failed, skipped }: Totals): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

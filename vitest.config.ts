import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Days in tests do not depend on where the machine is. */
process.env['TZ'] = 'UTC'

/** Each worker has a thread beside its own, not one for each processor. */
const execArgv = ['--max-semi-space-size=64', '--v8-pool-size=1']

/** These mostly wait; two at once would leave a processor idle. */
const patient = /(?:http|worklist-stream|worklist-news|start\/\w+)\.test\.ts$/

/** Keeps the tests that mostly wait apart from one another, and the last of them far from the end. */
class OneWaitsAtATime extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const busy = sorted.filter(({ moduleId }) => !patient.test(moduleId))
    for (const [place, file] of sorted.filter((one) => !busy.includes(one)).entries()) {
      busy.splice(Math.floor((busy.length * place) / 24), 0, file)
    }
    return busy
  }
}

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    sequence: { sequencer: OneWaitsAtATime },
    execArgv,
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
          include: ['{src,test}/**/*.test.ts', '../../bench/worklist/*.test.ts'],
          globalSetup: ['./test/postgres.ts'],
          testTimeout: 40_000,
          hookTimeout: 60_000,
          execArgv: [...execArgv, '--single-threaded-gc'],
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
          exclude: ['bench/worklist/**'],
          testTimeout: 40_000,
        },
      },
    ],
  },
})

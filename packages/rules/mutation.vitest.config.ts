import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const isOfTheCorpus = ({ moduleId }: TestSpecification) => moduleId.includes('/test/release/')

/** Runs the pinned corpus first: most changes of the rules fail there at once. */
class CorpusFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.toSorted((one, other) => Number(isOfTheCorpus(other)) - Number(isOfTheCorpus(one)))
  }
}

export default defineConfig({
  test: {
    root: 'packages/rules',
    include: ['{src,test}/**/*.test.ts'],
    exclude: [
      'test/oracle/**',
      'test/{truth-table*,absence,any-findings,arbitrary-findings,outcome-follows,calendar-day-by-day}.test.ts',
      'test/release/names.test.ts',
    ],
    setupFiles: ['test/same-chance.ts'],
    sequence: { sequencer: CorpusFirst },
    testTimeout: 60_000,
  },
})

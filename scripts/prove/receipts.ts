import type { Proven } from './proven.ts'
import { runTests } from './run-tests.ts'

/** Flips each byte of fifty receipts, one after the other, and counts on the verifier to refuse every one. */
export const prove = (): Promise<Proven> => runTests('test/audit-verifier.test.ts')

import type { Proven } from './proven.ts'
import { runTests } from './run-tests.ts'

/** Has both verifiers check a thousand receipts, half of them falsified, and falsified exports. */
export const prove = (): Promise<Proven> => runTests('test/audit-second-verifier.test.ts')

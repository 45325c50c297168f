import { generateClient } from '../apps/api/src/generate-client.ts'
import type { Proven } from './prove/proven.ts'

type Proof = { what: string; load: () => Promise<{ prove: (times?: number) => Promise<Proven> }> }

/** What can be proven at its full size, beyond what the tests do each time. */
const proofs: Record<string, Proof> = {
  day: {
    what: 'a scripted day of 1,000 actions: the log has each of them, in order, and nothing else',
    load: () => import('./prove/day.ts'),
  },
  tampering: {
    what: 'twelve kinds of attack on the log, 100 each, and 1,000 clean checks, in the database',
    load: () => import('./prove/tampering.ts'),
  },
  receipts: {
    what: 'each byte of 50 receipts flipped',
    load: () => import('./prove/receipts.ts'),
  },
  verifiers: {
    what: 'two verifiers over 1,000 receipts',
    load: () => import('./prove/verifiers.ts'),
  },
  writers: {
    what: '32 writers of four processes, 100,000 entries',
    load: () => import('./prove/writers.ts'),
  },
  canaries: {
    what: '200 marked patients through every route and every refusal, then looked for outside the database',
    load: () => import('./prove/canaries.ts'),
  },
  start: {
    what: '40 first starts killed at as many points',
    load: () => import('./prove/start.ts'),
  },
}

const usage = () =>
  ['Usage: npm run prove -- NAME [COUNT]', ...Object.entries(proofs).map(line)].join('\n')

const line = ([name, { what }]: [string, Proof]) => `  ${name.padEnd(10)} ${what}`

const [name = '', count] = process.argv.slice(2)
const proof = proofs[name]
if (proof) {
  await generateClient()
  const { prove } = await proof.load()
  const began = performance.now()
  const { holds, lines } = await prove(...(count === undefined ? [] : [Number(count)]))
  const took = Math.round((performance.now() - began) / 1_000)
  console.log([...lines, `${name}: ${holds ? 'holds' : 'SHORT'} (${took} s)`].join('\n'))
  process.exit(holds ? 0 : 1)
} else {
  console.error(usage())
  process.exit(2)
}

import { canonicalJson } from '../src/audit/canonical-json.ts'
import { falsifiedBytes } from './falsified-bytes.ts'
import { falsifiedCheckpoints } from './falsified-checkpoints.ts'
import { type Forger, falsifiedEntries, falsifiedProofs } from './falsified-entries.ts'

type Falsification = { how: string; falsify: (receipt: Buffer, forger: Forger) => Buffer }

const ofBytes = Object.entries(falsifiedBytes).map(
  ([how, hand]): Falsification => ({
    how,
    falsify: (receipt, { chance }) => hand(receipt, chance),
  }),
)

const ofContent = Object.entries({
  ...falsifiedEntries,
  ...falsifiedProofs,
  ...falsifiedCheckpoints,
}).map(
  ([how, hand]): Falsification => ({
    how,
    falsify: (receipt, forger) =>
      Buffer.from(`${canonicalJson(hand(JSON.parse(receipt.toString()), forger))}\n`),
  }),
)

/** Every way in which the tests falsify a receipt; what comes out is to be refused. */
export const falsifications: readonly Falsification[] = [...ofBytes, ...ofContent]

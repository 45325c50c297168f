import { z } from 'zod'
import { canonicalJson } from './canonical-json.ts'
import type { Chained } from './entry-hash.ts'

/** An entry with everything it seals, the proof that it is in the log, and the signed checkpoint that the proof leads to. */
export type Receipted = {
  entry: Chained
  salt: Uint8Array
  details: Uint8Array
  proof: readonly Buffer[]
  checkpoint: string
}

const Hex = z.hex()

/** A receipt as docs/receipt-format.md has it. */
export const Receipt = z.strictObject({
  format: z.literal('kyphoscreen-receipt-1'),
  entry: z.strictObject({ sequence: z.int(), at: z.int(), previous: Hex, bytes: z.base64() }),
  sealed: z.strictObject({ salt: Hex, details: z.base64() }),
  proof: z.array(Hex),
  checkpoint: z.string(),
})

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Writes an entry as receipts and exports have it. */
export const entryWritten = ({ sequence, at, previous, bytes }: Chained) => ({
  sequence: Number(sequence),
  at: at.getTime(),
  previous: hex(previous),
  bytes: base64(bytes),
})

/** Writes what an entry seals; details that have been erased are null. */
export const sealWritten = <Details extends Uint8Array | null>({
  salt,
  details,
}: {
  salt: Uint8Array
  details: Details
}) => ({
  salt: hex(salt),
  details: (details && base64(details)) as Details extends null ? string | null : string,
})

/** Writes a receipt as docs/receipt-format.md has it: one line of canonical JSON. */
export const writeReceipt = ({ entry, salt, details, proof, checkpoint }: Receipted): string =>
  `${canonicalJson({
    format: 'kyphoscreen-receipt-1',
    entry: entryWritten(entry),
    sealed: sealWritten({ salt, details }),
    proof: proof.map(hex),
    checkpoint,
  } satisfies z.infer<typeof Receipt>)}\n`

import { hash } from 'node:crypto'

/** What an entry's hash covers: its number, its time, the hash of the one before and its event. */
export type Chained = { sequence: bigint; at: Date; previous: Uint8Array; bytes: Uint8Array }

const tag = Buffer.from('kyphoscreen audit entry 1\0')

/** Before the first entry comes one of 32 zero bytes. */
export const beforeFirst: Buffer = Buffer.alloc(32)

/** Works out an entry's hash as the database does. */
export function entryHash({ sequence, at, previous, bytes }: Chained): Buffer {
  const numbers = Buffer.allocUnsafe(16)
  numbers.writeBigInt64BE(sequence)
  numbers.writeBigInt64BE(BigInt(at.getTime()), 8)
  return hash('sha256', Buffer.concat([tag, numbers, previous, bytes]), 'buffer')
}

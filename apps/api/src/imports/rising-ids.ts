import { type CopyLines, startOf } from './copy-lines.ts'
import type { PieceLines, PieceOrder } from './piece-reader.ts'
import { places } from './row-columns.ts'

/** Writes how an id of version 7 begins: with the millisecond, and with its place among those made in it. */
function writeRank(id: Uint8Array, rank: number): void {
  id[6] = 0x70 | ((rank >> 14) & 0x0f)
  id[7] = (rank >> 6) & 0xff
  id[8] = 0x80 | (rank & 0x3f)
}

function rise(
  lines: CopyLines,
  order: Uint32Array,
  { time, at }: { time: Uint8Array; at: readonly number[] },
): void {
  order.forEach((row, rank) => {
    const from = startOf(lines, row)
    if (from === lines.ends[row]) return
    for (const place of at) {
      const id = lines.bytes.subarray(from + place, from + place + 16)
      id.set(time)
      writeRank(id, rank)
    }
  })
}

/** Has the ids of a piece's rows rise in the order in which these are stored, so that the database adds to the ends of their indexes. */
export function letIdsRise(lines: PieceLines, order: PieceOrder, now: number): void {
  const time = Buffer.alloc(6)
  time.writeUIntBE(now, 0, 6)
  const { key, patient, referral, evidence, event } = places
  rise(lines.key, order.patients, { time, at: [key.patientId] })
  rise(lines.patient, order.patients, { time, at: [patient.id] })
  rise(lines.referral, order.patients, { time, at: [referral.patientId] })
  rise(lines.referral, order.referrals, { time, at: [referral.id] })
  rise(lines.evidence, order.referrals, { time, at: [evidence.id, evidence.referralId] })
  rise(lines.event, order.referrals, { time, at: [event.referralId] })
}

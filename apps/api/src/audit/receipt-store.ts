import { type Reader, refuseWithheldRecord } from '../decisions/blind-first.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { canonicalJson } from './canonical-json.ts'
import { openCheckpoint } from './checkpoint.ts'
import { inclusionProof, leafHash, rootFrom } from './merkle.ts'
import { writeReceipt } from './receipt.ts'
import { recordOf } from './record-of.ts'
import type { NoteVerifier } from './signed-note.ts'
import { treeAround } from './tree-in-database.ts'

/** What a receipt is made for. */
export type ReceiptFor = { kind: 'screening' | 'decision'; id: string }

/** A receipt as it is sent, and the patient it is about. */
export type Receipt = { text: string; patientId: string | null }

/** Details are erased with their salt. */
const noSalt = Buffer.alloc(16)

const recordings = ['screening-recorded', 'decision-recorded', 'decision-replaced']

const recordedDetails = async (database: Database, { kind, id }: ReceiptFor) => {
  const where = { where: { id } }
  const record =
    kind === 'screening'
      ? { screening: await database.screening.findUniqueOrThrow(where) }
      : { decision: await database.decision.findUniqueOrThrow(where) }
  return Buffer.from(canonicalJson(recordOf(record)))
}

/** Makes receipts; `signed` sees to it that so many entries are signed. */
export function receiptStore(
  database: Database,
  { verifier, signed }: { verifier: () => Promise<NoteVerifier>; signed: () => Promise<void> },
) {
  const newestCovering = (sequence: bigint) =>
    database.auditCheckpoint.findFirst({
      where: { size: { gte: sequence } },
      orderBy: { size: 'desc' },
    })

  const covering = async (sequence: bigint) => {
    const there = await newestCovering(sequence)
    if (there) return there
    await signed()
    const made = await newestCovering(sequence)
    if (!made) throw new Refused('server-busy')
    return made
  }

  const proofOf = async (sequence: bigint, hash: Uint8Array) => {
    const { note } = await covering(sequence)
    const checkpoint = openCheckpoint(note, await verifier())
    if (!checkpoint) throw new Refused('log-at-fault')
    const { size, root } = checkpoint
    const place = Number(sequence) - 1
    const proof = inclusionProof(await treeAround(database, place, size), place, size)
    if (!rootFrom(leafHash(hash), { place, size, proof })?.equals(root))
      throw new Refused('log-at-fault')
    return { proof, checkpoint: note }
  }

  return {
    /** Gives the receipt of a recorded screening or decision; refused when there is none, it was recorded before the log began, or its outcome is withheld from the reader. */
    async of(about: ReceiptFor, reader: Reader): Promise<Receipt> {
      await refuseWithheldRecord(database, about, reader)
      const entry = await database.auditEntry.findFirst({
        where: { onId: about.id, onKind: about.kind, action: { in: recordings }, outcome: 'done' },
        include: { detail: true },
      })
      if (!entry?.detail) throw new Refused('not-in-log')
      const { salt, details: copied } = entry.detail
      if (noSalt.equals(salt)) throw new Refused('erased')
      const details = copied ?? (await recordedDetails(database, about))
      const { proof, checkpoint } = await proofOf(entry.sequence, entry.hash)
      const text = writeReceipt({ entry, salt, details, proof, checkpoint })
      return { text, patientId: entry.patientId }
    },
  }
}

export type ReceiptStore = ReturnType<typeof receiptStore>

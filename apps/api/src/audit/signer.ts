import type { AuditEntry } from '../../generated/prisma/client.ts'
import type { Transaction } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { type Checkpoint, signCheckpoint } from './checkpoint.ts'
import { beforeFirst, entryHash } from './entry-hash.ts'
import { entryRows } from './entry-rows.ts'
import { type Fault, LogAtFault } from './fault.ts'
import { grown, leafHash, leavesOfBlock, noLeaves, rootOf } from './merkle.ts'
import type { Outside, Signed } from './outside.ts'
import { type NoteKey, verifierOf } from './signed-note.ts'

const oneSigner = 7_042_026_113
const pageSize = 500
const patience = { timeout: 600_000 }

/** A signed checkpoint, and the entries' blocks that are complete since the one before. */
type Grown = { signed: Signed; blocks: Buffer[] }

const nothingSigned: Signed = { tree: noLeaves, lastHash: beforeFirst }

const fault = (what: Fault['what'], sequence: number) => new LogAtFault({ what, sequence })

/** Gives an entry's hash when it follows the one before as the database is to write it. */
function followed(entry: AuditEntry, sequence: number, before: Buffer): Buffer {
  if (entry.sequence !== BigInt(sequence)) throw fault('gap', sequence)
  const hash = entryHash(entry)
  if (!before.equals(entry.previous) || !hash.equals(entry.hash)) throw fault('chain', sequence)
  return hash
}

/** Adds the entries up to a number to what was signed, each checked on the one before. */
async function extended(
  database: Database,
  { signed, blocks }: Grown,
  last: number,
): Promise<Grown> {
  let { tree, lastHash } = signed
  while (tree.size < last) {
    const range = { after: BigInt(tree.size), last: BigInt(last), most: pageSize }
    const entries = await entryRows(database, range)
    if (entries.length === 0) throw fault('gap', tree.size + 1)
    const leaves: Buffer[] = []
    for (const entry of entries) {
      lastHash = followed(entry, tree.size + leaves.length + 1, lastHash)
      leaves.push(leafHash(lastHash))
    }
    tree = grown(tree, leaves, blocks)
  }
  return { signed: { tree, lastHash }, blocks }
}

/** What was signed must still be where it was: an older backup has less, a rewritten past has another hash there. */
async function stillThere(transaction: Transaction, { tree, lastHash }: Signed): Promise<void> {
  if (tree.size === 0) return
  const where = { sequence: tree.size }
  const entry = await transaction.auditEntry.findUnique({ where })
  if (!entry) throw fault('rolled-back', tree.size)
  if (!lastHash.equals(entry.hash)) throw fault('rewritten', tree.size)
}

const rootIs = ({ signed: { tree } }: Grown, { size, root }: Checkpoint) => {
  if (tree.size !== size || !rootOf(tree).equals(root)) throw fault('rewritten', size)
}

/** The signer of one process; `key` is read when it is first needed. */
export function signerOf({
  database,
  outside,
  key,
}: {
  database: Database
  outside: Outside
  key: () => Promise<NoteKey>
}) {
  let compared = false

  const startOf = async (transaction: Transaction, last: number): Promise<Grown> => {
    const signed = (await outside.signed()) ?? nothingSigned
    await stillThere(transaction, signed)
    const start = { signed, blocks: [] }
    const newest = compared ? undefined : await outside.newest(verifierOf(await key()))
    if (!newest || newest.size < signed.tree.size) return start
    if (newest.size > last) throw fault('rolled-back', newest.size)
    const there = await extended(database, start, newest.size)
    rootIs(there, newest)
    return there
  }

  /** What was committed without waiting for the disk, as an import's batches are, must be on it before it is signed. */
  const flushed = () =>
    database.$queryRaw`SELECT pg_logical_emit_message(true, 'kyphoscreen', '')::text`

  const keep = async (transaction: Transaction, { signed, blocks }: Grown) => {
    const root = rootOf(signed.tree)
    const { size } = signed.tree
    const note = signCheckpoint({ size, root }, await key())
    await flushed()
    await outside.keep(note, signed)
    const firstBlock = Math.floor(size / leavesOfBlock) - blocks.length
    await transaction.$queryRaw`
      SELECT audit_checkpoint(${size}::bigint, ${root}, ${note}, ${firstBlock}::bigint, ${blocks}::bytea[])::text`
  }

  const signIn = async (transaction: Transaction): Promise<number | undefined> => {
    const [free] = await transaction.$queryRaw<{ locked: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(${oneSigner}::bigint) AS locked,
        set_config('idle_in_transaction_session_timeout', ${String(patience.timeout)}, true)`
    if (!free?.locked) return undefined
    const head = await transaction.auditHead.findFirstOrThrow()
    const last = Number(head.sequence)
    const start = await startOf(transaction, last)
    const reached = await extended(database, start, last)
    compared = true
    const kept = await transaction.auditCheckpoint.findUnique({ where: { size: last } })
    const signedSize = (await outside.signed())?.tree.size ?? 0
    if (last > signedSize || (last > 0 && !kept)) await keep(transaction, reached)
    return last
  }

  return {
    /** Signs the log as it is, when there is something new; gives how many entries are signed, or nothing when another process signs. */
    sign: (): Promise<number | undefined> => database.$transaction(signIn, patience),
  }
}

import type { Database } from '../postgres/client.ts'
import { leafHash, leavesOfBlock, type SubtreeHash } from './merkle.ts'

type Hashed = { sequence: bigint; hash: Uint8Array }

const leavesBetween = async (database: Database, from: number, to: number) => {
  const entries: Hashed[] = await database.auditEntry.findMany({
    where: { sequence: { gt: from, lte: to } },
    select: { sequence: true, hash: true },
  })
  return entries.map(({ sequence, hash }): [number, Buffer] => [
    Number(sequence) - 1,
    leafHash(hash),
  ])
}

/** Reads of the tree of a size what the proof of one leaf needs: the blocks' hashes, and the leaves of its own block and of the last. */
export async function treeAround(
  database: Database,
  place: number,
  size: number,
): Promise<SubtreeHash> {
  const whole = Math.floor(size / leavesOfBlock)
  const kept = await database.auditBlock.findMany({ where: { number: { lt: whole } } })
  const blocks = new Map(kept.map(({ number, hash }) => [Number(number), Buffer.from(hash)]))
  const own = Math.floor(place / leavesOfBlock) * leavesOfBlock
  const leaves = new Map([
    ...(await leavesBetween(database, own, Math.min(own + leavesOfBlock, size))),
    ...(await leavesBetween(database, whole * leavesOfBlock, size)),
  ])
  return (from, to) => {
    if (to - from === 1) return leaves.get(from)
    const isBlock = to - from === leavesOfBlock && from % leavesOfBlock === 0
    return isBlock ? blocks.get(from / leavesOfBlock) : undefined
  }
}

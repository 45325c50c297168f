import type { AuditEntry } from '../../generated/prisma/client.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { AuditEvent } from './entry.ts'
import { beforeFirst, entryHash } from './entry-hash.ts'
import type { Fault } from './fault.ts'
import { type Frontier, grown, leafHash, noLeaves, rootOf } from './merkle.ts'
import { sealOf } from './seal.ts'

/** An entry with what it seals; `details` is null where it is gone. */
export type Logged = {
  entry: AuditEntry
  seal: { salt: Uint8Array; details: Uint8Array | null } | null
}

type Columns = Pick<
  AuditEntry,
  'accountId' | 'action' | 'outcome' | 'patientId' | 'onKind' | 'onId' | 'shown'
>

const columnsOf = ({ who, action, outcome, patientId, on, shown }: AuditEvent): Columns => ({
  accountId: who?.accountId ?? null,
  action,
  outcome,
  patientId,
  onKind: on?.kind ?? null,
  onId: on?.id ?? null,
  shown: shown ?? [],
})

const saysOtherwise = (entry: AuditEntry, event: AuditEvent) =>
  Object.entries(columnsOf(event)).some(
    ([name, value]) => String(entry[name as keyof Columns]) !== String(value),
  )

type Sealing = 'whole' | 'gone' | 'other'

const sealingOf = ({ seal }: Logged, { sealed }: AuditEvent): Sealing => {
  if (sealed === null) return seal === null ? 'whole' : 'other'
  if (!seal?.details) return 'gone'
  return sealOf(seal.salt, seal.details) === sealed ? 'whole' : 'other'
}

/**
 * Checks a log entry by entry, from the first: that each follows the one before, says what its columns say and what it
 * seals, and that the tree over them is the one of every checkpoint given, smallest first. Gives the first fault.
 */
export function logCheck(checkpoints: readonly Checkpoint[]) {
  let tree: Frontier = noLeaves
  let before = beforeFirst
  let leaves: Buffer[] = []
  let next = 0
  const gone = new Set<number>()

  const checked = (logged: Logged): Fault['what'] | undefined => {
    const { entry } = logged
    if (entry.sequence !== BigInt(tree.size + leaves.length + 1)) return 'gap'
    const hash = entryHash(entry)
    if (!before.equals(entry.previous) || !hash.equals(entry.hash)) return 'chain'
    const event: AuditEvent = JSON.parse(Buffer.from(entry.bytes).toString())
    if (saysOtherwise(entry, event)) return 'columns'
    const sealing = sealingOf(logged, event)
    if (sealing === 'other') return 'details'
    if (sealing === 'gone') gone.add(Number(entry.sequence))
    if (event.action === 'details-erased') gone.delete(Number(event.on?.id))
    before = hash
    leaves.push(leafHash(hash))
    return undefined
  }

  const grow = () => {
    tree = grown(tree, leaves)
    leaves = []
  }

  const differs = (): boolean => {
    const size = tree.size + leaves.length
    let same = true
    for (let at = checkpoints[next]; at?.size === size; at = checkpoints[next]) {
      grow()
      same &&= rootOf(tree).equals(at.root)
      next += 1
    }
    return !same
  }

  return {
    /** Checks the entry that comes next. */
    add(logged: Logged): Fault | undefined {
      const sequence = tree.size + leaves.length + 1
      const what = checked(logged)
      if (what) return { what, sequence }
      return differs() ? { what: 'rewritten', sequence } : undefined
    },
    /** Checks what shows only when there are no more entries. */
    end(): Fault | undefined {
      grow()
      const beyond = checkpoints[next]
      if (beyond) return { what: 'rolled-back', sequence: beyond.size }
      const [lacking] = gone
      return lacking === undefined ? undefined : { what: 'details', sequence: lacking }
    },
    size: (): number => tree.size + leaves.length,
  }
}

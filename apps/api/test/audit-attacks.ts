import type { AuditEntry } from '../generated/prisma/client.ts'
import { signCheckpoint } from '../src/audit/checkpoint.ts'
import { grown, leafHash, noLeaves, rootOf } from '../src/audit/merkle.ts'
import type { NoteKey } from '../src/audit/signed-note.ts'
import { type Attack, type Rows, rehashed, withEvent } from './audit-attacker.ts'

type Hands = (attack: Attack) => Rows

const anyOf = <One>(list: readonly One[], chance: () => number): One =>
  list[Math.floor(chance() * list.length)] as One

const changedAt = (entries: readonly AuditEntry[], at: number, entry: AuditEntry) =>
  entries.map((one, place) => (place === at ? entry : one))

const somewhere = ({ entries, chance }: Attack) => Math.floor(chance() * (entries.length - 1))

const shortened = ({ entries, chance }: Attack) =>
  entries.slice(0, 1 + Math.floor(chance() * (entries.length - 1)))

const rewritten = (attack: Attack) => {
  const at = somewhere(attack)
  const entry = withEvent(attack.entries[at] as AuditEntry, { address: `10.0.0.${at}` })
  return rehashed(changedAt(attack.entries, at, entry))
}

const forgedNote = (entries: readonly AuditEntry[], key: NoteKey) => {
  const tree = grown(
    noLeaves,
    entries.map(({ hash }) => leafHash(hash)),
  )
  const root = rootOf(tree)
  const note = signCheckpoint({ size: tree.size, root }, key)
  return { size: BigInt(tree.size), root: new Uint8Array(root), note, at: new Date() }
}

/** The other entries, with the checkpoints as they are. */
const instead = ({ checkpoints }: Attack, entries: AuditEntry[]): Rows => ({ entries, checkpoints })

/** Eleven ways to make the log say something else than what was done; the twelfth is to take its guards off. */
export const attacks: Record<string, Hands> = {
  edit: (attack) => {
    const at = somewhere(attack)
    const entry = withEvent(attack.entries[at] as AuditEntry, { outcome: 'refused' })
    return instead(attack, changedAt(attack.entries, at, { ...entry, outcome: 'refused' }))
  },
  'edit and hash again': (attack) => instead(attack, rewritten(attack)),
  delete: (attack) => instead(attack, attack.entries.toSpliced(somewhere(attack), 1)),
  'erase and number again': (attack) =>
    instead(attack, rehashed(attack.entries.toSpliced(somewhere(attack), 1))),
  reorder: (attack) => {
    const at = somewhere(attack)
    const [one, other] = attack.entries.slice(at, at + 2) as [AuditEntry, AuditEntry]
    return instead(attack, rehashed(attack.entries.toSpliced(at, 2, other, one)))
  },
  insert: (attack) => {
    const at = somewhere(attack)
    const change = { requestId: 'never made', sealed: null }
    const copy = withEvent(attack.entries[at] as AuditEntry, change)
    return instead(attack, rehashed(attack.entries.toSpliced(at, 0, copy)))
  },
  'cut off the end': (attack) => instead(attack, shortened(attack)),
  'go back to a backup and go on': (attack) => {
    const backup = shortened(attack)
    const later = ({ at, ...entry }: AuditEntry) =>
      withEvent({ ...entry, at: new Date(at.getTime() + 60_000) }, { requestId: 'later' })
    const more = attack.entries.slice(backup.length).map(later)
    return instead(attack, rehashed([...backup, ...more]))
  },
  'swap patients': (attack) => {
    const { entries, chance } = attack
    const seen = entries.flatMap(({ patientId }, at) => (patientId === null ? [] : [at]))
    const one = anyOf(seen, chance)
    const { patientId } = entries[one] as AuditEntry
    const others = seen.filter((at) => entries[at]?.patientId !== patientId)
    const other = anyOf(others, chance)
    const swapped = (at: number, from: number) =>
      withEvent(entries[at] as AuditEntry, { patientId: entries[from]?.patientId })
    const half = changedAt(entries, one, swapped(one, other))
    return instead(attack, rehashed(changedAt(half, other, swapped(other, one))))
  },
  'forge a checkpoint': (attack) => {
    const entries = rewritten(attack)
    return { entries, checkpoints: [forgedNote(entries, attack.key)] }
  },
  'replay an old checkpoint': ({ entries, checkpoints, chance }) => {
    const [oldest] = checkpoints
    const size = Number(oldest?.size)
    const left = size + Math.floor(chance() * (entries.length - size))
    return { entries: entries.slice(0, left), checkpoints: checkpoints.slice(0, 1) }
  },
}

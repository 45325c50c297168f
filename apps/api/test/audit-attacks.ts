import type { AuditEntry } from '../generated/prisma/client.ts'
import { signCheckpoint } from '../src/audit/checkpoint.ts'
import { grown, leafHash, noLeaves, rootOf } from '../src/audit/merkle.ts'
import type { NoteKey } from '../src/audit/signed-note.ts'
import { type Attack, putInPlace, rehashed, withEvent } from './audit-attacker.ts'

type Hands = (attack: Attack) => Promise<void>

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
  return { size: BigInt(tree.size), root: new Uint8Array(root), note }
}

/** Eleven ways to make the log say something else than what was done; the twelfth is to take its guards off. */
export const attacks: Record<string, Hands> = {
  edit: async (attack) => {
    const at = somewhere(attack)
    const entry = withEvent(attack.entries[at] as AuditEntry, { outcome: 'refused' })
    await putInPlace(attack, changedAt(attack.entries, at, { ...entry, outcome: 'refused' }))
  },
  'edit and hash again': (attack) => putInPlace(attack, rewritten(attack)),
  delete: async (attack) => {
    const at = somewhere(attack)
    await putInPlace(attack, attack.entries.toSpliced(at, 1))
  },
  'erase and number again': async (attack) => {
    await putInPlace(attack, rehashed(attack.entries.toSpliced(somewhere(attack), 1)))
  },
  reorder: async (attack) => {
    const at = somewhere(attack)
    const [one, other] = attack.entries.slice(at, at + 2) as [AuditEntry, AuditEntry]
    await putInPlace(attack, rehashed(attack.entries.toSpliced(at, 2, other, one)))
  },
  insert: async (attack) => {
    const at = somewhere(attack)
    const copy = withEvent(attack.entries[at] as AuditEntry, {
      requestId: 'never made',
      sealed: null,
    })
    await putInPlace(attack, rehashed(attack.entries.toSpliced(at, 0, copy)))
  },
  'cut off the end': (attack) => putInPlace(attack, shortened(attack)),
  'go back to a backup and go on': async (attack) => {
    const backup = shortened(attack)
    const more = attack.entries
      .slice(backup.length)
      .map((entry) =>
        withEvent({ ...entry, at: new Date(entry.at.getTime() + 60_000) }, { requestId: 'later' }),
      )
    await putInPlace(attack, rehashed([...backup, ...more]))
  },
  'swap patients': async (attack) => {
    const { entries, chance } = attack
    const seen = entries.flatMap(({ patientId }, at) => (patientId === null ? [] : [at]))
    const one = anyOf(seen, chance)
    const { patientId } = entries[one] as AuditEntry
    const other = anyOf(
      seen.filter((at) => entries[at]?.patientId !== patientId),
      chance,
    )
    const swapped = (at: number, from: number) =>
      withEvent(entries[at] as AuditEntry, { patientId: entries[from]?.patientId })
    const half = changedAt(entries, one, swapped(one, other))
    await putInPlace(attack, rehashed(changedAt(half, other, swapped(other, one))))
  },
  'forge a checkpoint': async (attack) => {
    const entries = rewritten(attack)
    await putInPlace(attack, entries)
    await attack.database.auditCheckpoint.deleteMany()
    await attack.database.auditCheckpoint.create({ data: forgedNote(entries, attack.key) })
  },
  'replay an old checkpoint': async (attack) => {
    const [oldest] = await attack.database.auditCheckpoint.findMany({ orderBy: { size: 'asc' } })
    const size = Number(oldest?.size)
    const left = attack.entries.slice(
      0,
      size + Math.floor(attack.chance() * (attack.entries.length - size)),
    )
    await putInPlace(attack, left)
    await attack.database.auditCheckpoint.deleteMany({ where: { size: { gt: size } } })
  },
}

/** The tables whose triggers keep the log as it is. */
export const guarded = [
  'AuditEntry',
  'AuditDetail',
  'AuditHead',
  'AuditCheckpoint',
  'AuditBlock',
  'Screening',
  'Decision',
] as const

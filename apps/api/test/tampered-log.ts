import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actsOf } from '../src/audit/acts.ts'
import { auditOf } from '../src/audit/audit.ts'
import type { HeldElsewhere } from '../src/audit/check-log.ts'
import type { NewEntry } from '../src/audit/entry.ts'
import { chanceFrom, type Rows } from './audit-attacker.ts'
import { attacks } from './audit-attacks.ts'
import { type Acting, acting, screeningAct } from './audited-acts.ts'
import type { FreshDatabase } from './fresh-database.ts'
import { type Intruder, intruder } from './intruder.ts'

/** A log that can be tampered with in the database itself, and the checkpoints that are held elsewhere. */
export type TamperedLog = {
  held: HeldElsewhere
  intruder: Intruder
  /** Carries an attack out, as the same number does each time, on the log as it was. */
  carryOut: (kind: string, seed: number) => Promise<void>
  /** Puts everything back as it was. */
  putBack: () => Promise<void>
  close: () => Promise<void>
}

/** A screening, views of two patients and searches, in the two parts that are signed. */
const partsOf = ({ patients: [one, other] }: Acting): NewEntry[][] => [
  [
    { action: 'patient-viewed', patientId: one },
    { action: 'patients-searched', details: { text: 'Quill' } },
  ],
  [
    { action: 'patient-viewed', patientId: other },
    { action: 'patients-searched', details: { text: 'Ash' } },
  ],
]

async function signedLog(fresh: FreshDatabase): Promise<HeldElsewhere> {
  const folder = await mkdtemp(join(tmpdir(), 'kyphoscreen-audit-'))
  const tellFault = () => undefined
  const settings = { database: fresh.database, clock: () => new Date(), tellFault }
  const audit = auditOf({ ...settings, places: { folder } })
  const who = await acting(fresh)
  await actsOf(fresh.database)(screeningAct(who))
  for (const entries of partsOf(who)) {
    for (const entry of entries) await audit.journal.note(who.by, entry)
    await audit.sign()
  }
  const verifier = await audit.verifier()
  const checkpoints = await audit.outside.checkpoints(verifier)
  await rm(folder, { recursive: true, force: true })
  return { checkpoints, verifier }
}

/** Writes a log of five entries with two checkpoints, to be tampered with by the database’s superuser. */
export async function tamperedLog(fresh: FreshDatabase): Promise<TamperedLog> {
  const held = await signedLog(fresh)
  const key = {
    name: held.verifier.name,
    privateKey: generateKeyPairSync('ed25519').privateKey,
  }
  const superuser = await intruder(fresh.ownerUrl)
  const entries = await fresh.owner.auditEntry.findMany({ orderBy: { sequence: 'asc' } })
  const checkpoints = await fresh.owner.auditCheckpoint.findMany({ orderBy: { size: 'asc' } })
  const rows: Rows = { entries, checkpoints }
  const carryOut = (kind: string, seed: number) => {
    const attack = attacks[kind]
    if (!attack) throw new Error(`no attack is called ${kind}`)
    return superuser.putInPlace(attack({ ...rows, chance: chanceFrom(seed), key }))
  }
  const putBack = () => superuser.putInPlace(rows)
  return { held, intruder: superuser, carryOut, putBack, close: superuser.close }
}

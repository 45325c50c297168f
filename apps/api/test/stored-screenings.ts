import { keptRules } from '@kyphoscreen/rules/releases'
import type { Prisma } from '../generated/prisma/client.ts'
import { rowIds } from '../src/imports/row-ids.ts'
import type { FreshDatabase } from './fresh-database.ts'
import { meetingFindings, newPatient } from './running-app.ts'

type Row = Prisma.ScreeningCreateManyInput

let now = Date.UTC(2026, 10, 21)
const nextId = rowIds(() => now++)

/** Findings of a fracture whose canal nobody looked at, which the versions put into other words. */
export const failingFindings = {
  ...meetingFindings,
  levels: [{ ...meetingFindings.levels[0], retropulsion: 'significant' }],
}

/** An account and a patient in a database, for screenings to be stored of. */
export async function storedPatient({ owner }: FreshDatabase) {
  const account = { username: 'navigator-of-old', displayName: 'An invented navigator' }
  const made = await owner.account.create({
    data: { ...account, role: 'navigator', passwordHash: '' },
  })
  const { birthDate, ...patient } = newPatient()
  const data = { ...patient, birthDate: new Date(birthDate), createdById: made.id }
  return { authorId: made.id, patientId: (await owner.patient.create({ data })).id }
}

/** A screening as a released version recorded it, with what is given instead. */
export async function screeningOf(
  of: { authorId: string; patientId: string },
  { version = '1.0.1', findings = meetingFindings as object, ...given }: ScreeningGiven = {},
): Promise<Row & { id: string }> {
  const screen = await keptRules(version)
  const result = screen?.(structuredClone(findings)) as Prisma.InputJsonObject & {
    outcome: string
    ruleset: { id: string; version: string; hash: string }
  }
  const { id: rulesetId, hash: rulesetHash } = result.ruleset
  const columns = { outcome: result.outcome, rulesetId, rulesetVersion: version, rulesetHash }
  return { id: nextId(), ...of, findings, result, ...columns, ...given }
}

type ScreeningGiven = { version?: string; findings?: object } & Partial<Omit<Row, 'findings'>>

/** The same screening again and again, each with an id of its own. */
export const copiesOf = (row: Row, count: number): (Row & { id: string })[] =>
  Array.from({ length: count }, () => ({ ...row, id: nextId() }))

/** Changes stored screenings as only a superuser can, who takes the triggers off. */
export const tamper = async ({ owner }: FreshDatabase, statement: string): Promise<void> => {
  await owner.$transaction([
    owner.$executeRaw`ALTER TABLE "Screening" DISABLE TRIGGER "Screening_append_only"`,
    owner.$executeRawUnsafe(statement),
    owner.$executeRaw`ALTER TABLE "Screening" ENABLE ALWAYS TRIGGER "Screening_append_only"`,
  ])
}

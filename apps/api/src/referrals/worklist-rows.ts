import { type Day, ruleset } from '@kyphoscreen/rules'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Person, WorklistRow } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import type { KeptFacts } from './evidence-kept.ts'
import { nextReason } from './next-reason.ts'

/** A row as the database gives it: flat, with days as text. */
type FlatRow = Omit<WorklistRow, 'patient' | 'owner' | 'changedAt' | 'nextReason'> &
  WorklistRow['patient'] & {
    patientId: string
    ownerId: string | null
    ownerName: string | null
    ownerRole: Person['role'] | null
    changedAt: Date
    facts: KeptFacts | null
  }

const ownerOf = ({ ownerId, ownerName, ownerRole }: FlatRow): Person | null =>
  ownerId === null || ownerName === null || ownerRole === null
    ? null
    : { id: ownerId, displayName: ownerName, role: ownerRole }

const rowOf = (flat: FlatRow): WorklistRow => {
  const { patientId, mrn, familyName, givenName, birthDate, sex, ...rest } = flat
  const { ownerId: _id, ownerName: _name, ownerRole: _role, facts, ...own } = rest
  return {
    ...own,
    patient: { id: patientId, mrn, familyName, givenName, birthDate, sex },
    owner: ownerOf(flat),
    nextReason: own.outOfDate ? null : nextReason(facts, birthDate, own),
    changedAt: flat.changedAt.toISOString(),
  }
}

/** Reads what a list shows of these referrals on a day, in their order. */
export async function readRows(
  database: Database,
  ids: readonly string[],
  today: Day,
): Promise<WorklistRow[]> {
  if (ids.length === 0) return []
  const rows = await database.$queryRaw<FlatRow[]>(Prisma.sql`
    SELECT r."id", r."version", r."referrerName", r."referrerOrganisation",
      r."receivedOn"::text, r."priority", r."state", r."dueOn"::text, r."outcome", r."urgent",
      r."conflicts", r."decisive", r."nextChangeOn"::text, r."nextOutcome", r."readyOn"::text,
      r."closesOn"::text, r."changedAt", r."screenedOn"::text, r."facts",
      (r."rulesetHash" <> ${ruleset.hash} OR COALESCE(r."nextChangeOn" <= ${today}::date, FALSE))
        AS "outOfDate", p."id" AS "patientId", p."mrn", p."familyName",
      p."givenName", p."birthDate"::text, p."sex"::text, o."id" AS "ownerId",
      o."displayName" AS "ownerName", o."role"::text AS "ownerRole"
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS wanted(id, place)
    JOIN "Referral" r ON r."id" = wanted.id
    JOIN "Patient" p ON p."id" = r."patientId"
    LEFT JOIN "Account" o ON o."id" = r."ownerId"
    ORDER BY wanted.place`)
  return rows.map(rowOf)
}

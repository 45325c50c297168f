import { Prisma } from '../../generated/prisma/client.ts'
import { type AuditFilter, type AuditGroup, auditGroupOf } from '../contract.ts'
import { ask, type Database } from '../postgres/client.ts'
import type { Window } from './events-window.ts'

/** Where a walk through the log begins and ends, which way it goes, if in any order, and how many entries it takes at most. */
export type Walk = { window: Window; towards: 'older' | 'newer' | 'anywhere'; most: number }

/** The filter that leaves out nothing. */
export const everything: AuditFilter = {
  patientId: null,
  person: null,
  group: null,
  outcome: null,
  from: null,
  until: null,
}

const { sql, join, empty } = Prisma

const actionsOf = (group: AuditGroup) =>
  Object.entries(auditGroupOf).flatMap(([action, of]) => (of === group ? [action] : []))

const personIs = (person: AuditFilter['person']) =>
  person === 'nobody' ? sql`"accountId" IS NULL` : sql`"accountId" = ${person}::uuid`

/** What was not done is little, and has an index of its own. */
const isRare = (outcome: AuditFilter['outcome']) => outcome === 'refused' || outcome === 'failed'

const conditionsOf = ({ person, outcome, from, until }: AuditFilter, { after, before }: Window) => [
  sql`"sequence" > ${after} AND "sequence" < ${before}`,
  ...(person === null ? [] : [personIs(person)]),
  ...(outcome === null ? [] : [sql`"outcome" = ${outcome}`]),
  ...(isRare(outcome) ? [sql`"outcome" <> 'done'`] : []),
  ...(from === null ? [] : [sql`"at" >= ${from}::timestamptz`]),
  ...(until === null ? [] : [sql`"at" < ${until}::timestamptz`]),
]

const orders: Record<Walk['towards'], Prisma.Sql> = {
  older: sql`ORDER BY "sequence" DESC`,
  newer: sql`ORDER BY "sequence"`,
  anywhere: empty,
}

/**
 * What is about a patient, and the lists that showed the patient among others; each has an index of its own. "OFFSET 0"
 * keeps lists from being looked for one by one from the log's end.
 */
const aboutPatient = (patientId: string, entries: Prisma.Sql, end: Prisma.Sql) => sql`
  SELECT "sequence" FROM (
    (${entries} AND "patientId" = ${patientId}::uuid ${end})
    UNION SELECT * FROM (${entries} AND "shown" @> ARRAY[${patientId}::uuid] OFFSET 0) AS lists
  ) AS about ${end}`

/** Without anything else that has an index, each action has an index of its own to be read from its end. */
function found(filter: AuditFilter, walk: Walk): Prisma.Sql {
  const { group, patientId, person, outcome } = filter
  const conditions = conditionsOf(filter, walk.window)
  const end = sql`${orders[walk.towards]} LIMIT ${walk.most}`
  const every = sql`SELECT "sequence" FROM "AuditEntry" WHERE ${join(conditions, ' AND ')}`
  const actions = group === null ? [] : actionsOf(group)
  const isFoundOtherwise = patientId !== null || person !== null || isRare(outcome)
  const entries =
    group === null || !isFoundOtherwise ? every : sql`${every} AND "action" = ANY (${actions})`
  if (patientId !== null) return aboutPatient(patientId, entries, end)
  if (group === null || isFoundOtherwise) return sql`${entries} ${end}`
  const each = actions.map((action) => sql`(${entries} AND "action" = ${action} ${end})`)
  return sql`SELECT "sequence" FROM (${join(each, ' UNION ALL ')}) AS those ${end}`
}

/** An entry as it is read to be shown: its event's text, with the patient and the account as they are called today. */
export type FoundEntry = {
  sequence: bigint
  at: Date
  event: string
  displayName: string | null
  mrn: string | null
  familyName: string | null
  givenName: string | null
}

/** Gives the entries that are meant, in the order of the walk: past Prisma, which takes more memory than they do. */
export async function findEntries(
  database: Database,
  filter: AuditFilter,
  walk: Walk,
): Promise<FoundEntry[]> {
  const { text, values } = sql`
    SELECT "sequence", "at", convert_from("bytes", 'UTF8') AS "event", "displayName", "mrn", "familyName", "givenName"
    FROM (${found(filter, walk)}) AS found JOIN "AuditEntry" USING ("sequence")
    LEFT JOIN "Account" ON "Account"."id" = "accountId"
    LEFT JOIN "Patient" ON "Patient"."id" = "patientId"
    ${orders[walk.towards]}`
  const rows = await ask<Omit<FoundEntry, 'sequence'> & { sequence: string }>(
    database,
    text,
    values,
  )
  return rows.map((row) => ({ ...row, sequence: BigInt(row.sequence) }))
}

/** Counts the entries that are meant, up to a number. */
export async function countEntries(
  database: Database,
  filter: AuditFilter,
  { window, most }: Pick<Walk, 'window' | 'most'>,
): Promise<number> {
  const walk = { window, towards: 'anywhere', most } as const
  const [row] = await database.$queryRaw<[{ count: bigint }]>(
    sql`SELECT count(*) FROM (${found(filter, walk)}) AS found`,
  )
  return Number(row.count)
}

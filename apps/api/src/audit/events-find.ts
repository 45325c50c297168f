import { Prisma } from '../../generated/prisma/client.ts'
import { type AuditFilter, type AuditGroup, auditGroupOf } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import type { Window } from './events-window.ts'

/** Where a walk through the log begins and ends, which way it goes, and how many entries it takes at most. */
export type Walk = { window: Window; towards: 'older' | 'newer'; most: number }

/** The filter that leaves out nothing. */
export const everything: AuditFilter = {
  patientId: null,
  person: null,
  group: null,
  outcome: null,
  from: null,
  until: null,
}

const { sql, join } = Prisma

const actionsOf = (group: AuditGroup) =>
  Object.entries(auditGroupOf).flatMap(([action, of]) => (of === group ? [action] : []))

const personIs = (person: AuditFilter['person']) =>
  person === 'nobody' ? sql`"accountId" IS NULL` : sql`"accountId" = ${person}::uuid`

const conditionsOf = ({ person, outcome, from, until }: AuditFilter, { after, before }: Window) => [
  sql`"sequence" > ${after} AND "sequence" < ${before}`,
  ...(person === null ? [] : [personIs(person)]),
  ...(outcome === null ? [] : [sql`"outcome" = ${outcome}`]),
  ...(from === null ? [] : [sql`"at" >= ${from}::timestamptz`]),
  ...(until === null ? [] : [sql`"at" < ${until}::timestamptz`]),
]

const orderOf = ({ towards }: Walk) =>
  towards === 'older' ? sql`ORDER BY "sequence" DESC` : sql`ORDER BY "sequence"`

/**
 * What is about a patient, and the lists that showed the patient among others; each has an index of its own. "OFFSET 0"
 * keeps lists from being looked for one by one from the log's end.
 */
const aboutPatient = (patientId: string, entries: Prisma.Sql, end: Prisma.Sql) => sql`
  SELECT "sequence" FROM (
    (${entries} AND "patientId" = ${patientId}::uuid ${end})
    UNION SELECT * FROM (${entries} AND "shown" @> ARRAY[${patientId}::uuid] OFFSET 0) AS lists
  ) AS about ${end}`

/** Without a patient or a person, each action has an index of its own to be read from its end. */
function found(filter: AuditFilter, walk: Walk): Prisma.Sql {
  const { group, patientId, person } = filter
  const conditions = conditionsOf(filter, walk.window)
  const end = sql`${orderOf(walk)} LIMIT ${walk.most}`
  const every = sql`SELECT "sequence" FROM "AuditEntry" WHERE ${join(conditions, ' AND ')}`
  const actions = group === null ? [] : actionsOf(group)
  const entries =
    group === null || (patientId === null && person === null)
      ? every
      : sql`${every} AND "action" = ANY (${actions})`
  if (patientId !== null) return aboutPatient(patientId, entries, end)
  if (group === null || person !== null) return sql`${entries} ${end}`
  return sql`SELECT "sequence" FROM unnest(${actions}::text[]) AS wanted(name)
    CROSS JOIN LATERAL (${entries} AND "action" = wanted.name ${end}) AS each ${end}`
}

/** An entry as it is read to be shown: its event's bytes, with the patient and the account as they are called today. */
export type FoundEntry = {
  sequence: bigint
  at: Date
  bytes: Uint8Array
  displayName: string | null
  mrn: string | null
  familyName: string | null
  givenName: string | null
}

/** Gives the entries that are meant, in the order of the walk. */
export const findEntries = (
  database: Database,
  filter: AuditFilter,
  walk: Walk,
): Promise<FoundEntry[]> =>
  database.$queryRaw<FoundEntry[]>(sql`
    SELECT "sequence", "at", "bytes", "displayName", "mrn", "familyName", "givenName"
    FROM (${found(filter, walk)}) AS found JOIN "AuditEntry" USING ("sequence")
    LEFT JOIN "Account" ON "Account"."id" = "accountId"
    LEFT JOIN "Patient" ON "Patient"."id" = "patientId"
    ${orderOf(walk)}`)

/** Counts the entries that are meant, up to a number. */
export async function countEntries(
  database: Database,
  filter: AuditFilter,
  { window, most }: Pick<Walk, 'window' | 'most'>,
): Promise<number> {
  const walk = { window, towards: 'older', most } as const
  const [row] = await database.$queryRaw<[{ count: bigint }]>(
    sql`SELECT count(*) FROM (${found(filter, walk)}) AS found`,
  )
  return Number(row.count)
}

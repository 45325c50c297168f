import type { Transaction } from '../idempotency/once.ts'
import { Refused } from '../problems.ts'
import type { Who } from '../who.ts'

/** Under which key the database keeps whether the clinic works blind first. */
export const blindFirstKey = 'blind-first'

/** Who reads. */
export type Reader = Pick<Who, 'accountId' | 'role'>

type Stored = { id: string; authorId: string }

/**
 * Tells from which screenings the outcome is withheld: where the clinic works blind first, those that the surgeon
 * who reads did not record and of which they have recorded no impression yet.
 */
export async function withheldAmong(
  database: Transaction,
  screenings: readonly Stored[],
  { accountId, role }: Reader,
): Promise<ReadonlySet<string>> {
  const foreign = screenings.filter(({ authorId }) => authorId !== accountId).map(({ id }) => id)
  if (role !== 'surgeon' || foreign.length === 0) return new Set()
  const setting = await database.clinicSetting.findUnique({ where: { key: blindFirstKey } })
  if (setting?.value !== true) return new Set()
  const given = await database.impression.findMany({
    where: { authorId: accountId, screeningId: { in: foreign } },
    select: { screeningId: true },
  })
  const known = new Set(given.map(({ screeningId }) => screeningId))
  return new Set(foreign.filter((id) => !known.has(id)))
}

/** Refuses what would tell the outcome of a screening to a surgeon from whom it is withheld. */
export async function refuseWithheld(
  database: Transaction,
  screening: Stored,
  reader: Reader,
): Promise<void> {
  const withheld = await withheldAmong(database, [screening], reader)
  if (withheld.has(screening.id)) throw new Refused('impression-wanted')
}

/** Refuses a copy of a screening, or of a decision on it, to a surgeon from whom its outcome is withheld. */
export async function refuseWithheldRecord(
  database: Transaction,
  { kind, id }: { kind: 'screening' | 'decision'; id: string },
  reader: Reader,
): Promise<void> {
  const of = kind === 'screening' ? { id } : { decisions: { some: { id } } }
  const screening = await database.screening.findFirst({
    where: of,
    select: { id: true, authorId: true },
  })
  if (screening) await refuseWithheld(database, screening, reader)
}

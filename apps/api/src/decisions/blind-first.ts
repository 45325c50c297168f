import type { Transaction } from '../idempotency/once.ts'
import { Refused } from '../problems.ts'
import type { Who } from '../who.ts'

/** Under which key the database keeps whether the clinic works blind first. */
export const blindFirstKey = 'blind-first'

/** Who reads. */
export type Reader = Pick<Who, 'accountId' | 'role'>

/** Tells whether outcomes are withheld from whoever reads, until their impression is recorded: from surgeons, where the clinic works blind first. */
export async function worksBlind(
  database: Transaction,
  { role }: Pick<Reader, 'role'>,
): Promise<boolean> {
  if (role !== 'surgeon') return false
  const setting = await database.clinicSetting.findUnique({ where: { key: blindFirstKey } })
  return setting?.value === true
}

/** Tells from which screenings the outcome is withheld: those of which a surgeon who is to be blind has recorded no impression yet. */
export async function withheldAmong(
  database: Transaction,
  screenings: readonly { id: string }[],
  reader: Reader,
): Promise<ReadonlySet<string>> {
  const ids = screenings.map(({ id }) => id)
  if (ids.length === 0 || !(await worksBlind(database, reader))) return new Set()
  const given = await database.impression.findMany({
    where: { authorId: reader.accountId, screeningId: { in: ids } },
    select: { screeningId: true },
  })
  const known = new Set(given.map(({ screeningId }) => screeningId))
  return new Set(ids.filter((id) => !known.has(id)))
}

/** Tells whether the outcome of a referral is withheld: until there is an impression of its latest screening. */
export async function referralWithheld(
  database: Transaction,
  referralId: string,
  reader: Reader,
): Promise<boolean> {
  if (!(await worksBlind(database, reader))) return false
  const latest = await database.screening.findFirst({
    where: { referralId },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    select: { impressions: { where: { authorId: reader.accountId }, select: { id: true } } },
  })
  return latest === null || latest.impressions.length === 0
}

/** Refuses what would tell the outcome of a screening to a surgeon from whom it is withheld. */
export async function refuseWithheld(
  database: Transaction,
  screening: { id: string },
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
    select: { id: true },
  })
  if (screening) await refuseWithheld(database, screening, reader)
}

import type { Database } from '../../apps/api/src/postgres/client.ts'
import type { Writer } from './records.ts'

/** How many write at once. */
export const clients = 32

/** Makes a surgeon and a patient for each client. */
export async function makeWriters(owner: Database): Promise<Writer[]> {
  const { id: accountId } = await owner.account.create({
    data: {
      username: 'bench',
      displayName: 'An invented surgeon',
      passwordHash: '',
      role: 'surgeon',
    },
  })
  const patients = Array.from({ length: clients }, (_, number) => ({
    mrn: `BENCH-${number}`,
    familyName: 'Quillfeather',
    givenName: 'Odile',
    birthDate: new Date('1948-04-05'),
    sex: 'female' as const,
    createdById: accountId,
  }))
  const made = await owner.patient.createManyAndReturn({ data: patients })
  return made.map(({ id: patientId }) => ({ accountId, patientId }))
}

const atOnce = 10_000

/** Makes so many screenings to decide on, of next to no size; gives their ids. */
export async function makeScreenings(
  owner: Database,
  { accountId, patientId }: Writer,
  count: number,
): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < count) {
    const made = await owner.$queryRaw<{ id: string }[]>`
    INSERT INTO "Screening" ("id", "patientId", "findings", "result", "outcome", "rulesetId", "rulesetVersion", "rulesetHash", "authorId")
    SELECT gen_random_uuid(), ${patientId}::uuid, '{}', '{}', 'meets', 'bench', 'bench', 'bench', ${accountId}::uuid
    FROM generate_series(1, ${atOnce}) RETURNING "id"`
    for (const { id } of made) ids.push(id)
  }
  return ids
}

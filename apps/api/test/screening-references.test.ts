import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

let fresh: FreshDatabase
let authorId: string
let patientId: string

const nobody = randomUUID()

beforeAll(async () => {
  fresh = await freshDatabase()
  const { owner } = fresh
  const account = { username: 'surgeon', displayName: 'An invented surgeon', passwordHash: '' }
  authorId = (await owner.account.create({ data: { ...account, role: 'surgeon' } })).id
  const patient = { mrn: 'INVENTED-1', familyName: 'Quillfeather', givenName: 'Odile' }
  const born = { birthDate: new Date('1948-04-05'), sex: 'female' as const }
  const data = { ...patient, ...born, createdById: authorId }
  patientId = (await owner.patient.create({ data })).id
})
afterAll(() => fresh.close())

const screening = (of: { patientId?: string; authorId?: string; referralId?: string }) => ({
  ...{ patientId, authorId, findings: {}, result: {}, outcome: 'meets' },
  ...{ rulesetId: 'invented', rulesetVersion: '1.0.0', rulesetHash: '' },
  ...of,
})

/** Records a screening of each author in one call, as the product does. */
const recordActs = (authors: readonly string[]) => {
  const event = `{"action":"screening-recorded","outcome":"done","sealed":"${'0'.repeat(64)}"}`
  const packed = Buffer.from(`${'s'.repeat(16)}${event}{}{}`)
  const findingsFrom = packed.length - 4
  const pieces = { saltFrom: 0, eventFrom: 16, findingsFrom, resultFrom: findingsFrom + 2 }
  const acts = authors.map((accountId) => ({
    ...{ ...screening({}), ...pieces, end: packed.length, accountId, id: randomUUID() },
    ...{ at: new Date(), missing: [], decisive: [] },
  }))
  return fresh.database
    .$queryRaw`SELECT * FROM record_acts(${JSON.stringify(acts)}::json, ${packed})`
}

const ways: [what: string, add: () => Promise<unknown>][] = [
  [
    'of no patient',
    () =>
      fresh.database.screening.createMany({
        data: [screening({}), screening({ patientId: nobody })],
      }),
  ],
  [
    'of no author',
    () =>
      fresh.database.screening.createMany({
        data: [screening({}), screening({ authorId: nobody })],
      }),
  ],
  [
    'of no referral',
    () =>
      fresh.database.screening.createMany({
        data: [screening({}), screening({ referralId: nobody })],
      }),
  ],
  [
    'of no author, written by the tables’ owner in SQL',
    () => fresh.owner.$executeRaw`
      INSERT INTO "Screening" ("id", "patientId", "findings", "result", "outcome", "rulesetId", "rulesetVersion", "rulesetHash", "authorId")
      SELECT gen_random_uuid(), ${patientId}::uuid, '{}', '{}', 'meets', '', '', '', author::uuid
      FROM unnest(ARRAY[${authorId}, ${nobody}]) AS author`,
  ],
  ['of no author, recorded by the function', () => recordActs([authorId, nobody])],
]

describe('A screening that refers to what is not there', () => {
  it.each(ways)('is refused, with the row beside it: %s', async (_, add) => {
    await expect(add()).rejects.toThrow(/[Ff]oreign key|is not there/)
    expect(await fresh.owner.screening.count()).toBe(0)
    expect(await fresh.owner.auditEntry.count()).toBe(0)
  })

  it('is recorded by the function of an author who is there', async () => {
    await expect(recordActs([authorId])).resolves.toMatchObject([{ verdict: 'stored' }])
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

let fresh: FreshDatabase
let byId: string
let patientId: string
let referralId: string

const day = new Date('2026-11-21')
const nobody = randomUUID()

const patient = (createdById: string) => ({
  mrn: randomUUID(),
  familyName: 'Quillfeather',
  givenName: 'Odile',
  birthDate: new Date('1948-04-05'),
  sex: 'female' as const,
  createdById,
})
const referral = (of: { patientId: string; createdById: string }) => ({
  ...of,
  referrerName: 'Dr. A. Invented',
  receivedOn: day,
  reason: 'Pain',
  priority: 'routine',
  sortName: 'quillfeather\todile',
  outcome: 'no-level',
  screenedOn: day,
  rulesetHash: '',
})
const evidence = (of: { referralId: string; enteredById: string }) => ({
  ...of,
  facts: {},
  originKind: 'document',
  originName: 'A letter',
  originOn: day,
})
const event = (of: { referralId: string; byId: string }) => ({
  ...of,
  kind: 'note',
  what: 'A note',
})

beforeAll(async () => {
  fresh = await freshDatabase()
  const { owner } = fresh
  const account = { username: 'navigator', displayName: 'An invented navigator', passwordHash: '' }
  byId = (await owner.account.create({ data: { ...account, role: 'navigator' } })).id
  patientId = (await owner.patient.create({ data: patient(byId) })).id
  referralId = (await owner.referral.create({ data: referral({ patientId, createdById: byId }) }))
    .id
  await owner.evidence.create({ data: evidence({ referralId, enteredById: byId }) })
  await owner.referralEvent.create({ data: event({ referralId, byId }) })
})
afterAll(() => fresh.close())

describe('A row that refers to what is not there', () => {
  const rows: [what: string, add: () => Promise<unknown>][] = [
    [
      'a patient of no account',
      () => fresh.database.patient.createMany({ data: [patient(byId), patient(nobody)] }),
    ],
    [
      'a referral of no patient',
      () =>
        fresh.database.referral.createMany({
          data: [patientId, nobody].map((it) => referral({ patientId: it, createdById: byId })),
        }),
    ],
    [
      'a referral of no account',
      () => fresh.database.referral.create({ data: referral({ patientId, createdById: nobody }) }),
    ],
    [
      'evidence of no referral',
      () =>
        fresh.database.evidence.createMany({
          data: [referralId, nobody].map((it) => evidence({ referralId: it, enteredById: byId })),
        }),
    ],
    [
      'evidence of no account',
      () => fresh.database.evidence.create({ data: evidence({ referralId, enteredById: nobody }) }),
    ],
    [
      'an event of no referral',
      () => fresh.database.referralEvent.create({ data: event({ referralId: nobody, byId }) }),
    ],
    [
      'an event of no account',
      () => fresh.database.referralEvent.create({ data: event({ referralId, byId: nobody }) }),
    ],
  ]

  it.each(rows)('is refused, with the rows beside it: %s', async (_, add) => {
    const { owner } = fresh
    const count = async () => [
      await owner.patient.count(),
      await owner.referral.count(),
      await owner.evidence.count(),
      await owner.referralEvent.count(),
    ]
    const before = await count()
    await expect(add()).rejects.toThrow(/[Ff]oreign key|is not there/)
    expect(await count()).toEqual(before)
  })
})

describe('What is referred to', () => {
  it.each([
    'DELETE FROM "Account"',
    'DELETE FROM "Patient"',
    'DELETE FROM "Referral"',
    'TRUNCATE "Account" CASCADE',
    'TRUNCATE "Referral" CASCADE',
    'UPDATE "Account" SET "id" = gen_random_uuid()',
    'UPDATE "Patient" SET "id" = gen_random_uuid()',
    'UPDATE "Referral" SET "id" = gen_random_uuid()',
    'UPDATE "Referral" SET "patientId" = gen_random_uuid()',
    'UPDATE "Referral" SET "createdById" = gen_random_uuid()',
  ])('stays, for its tables’ owner too: %s', async (statement) => {
    await expect(fresh.owner.$executeRawUnsafe(statement)).rejects.toThrow(
      'is never changed or removed',
    )
  })

  it.each(['DELETE FROM "Patient"', 'DELETE FROM "Referral"', 'DELETE FROM "Account"'])(
    'stays when a session poses as a replica: %s',
    async (statement) => {
      const attempt = fresh.owner.$transaction([
        fresh.owner.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
        fresh.owner.$executeRawUnsafe(statement),
      ])
      await expect(attempt).rejects.toThrow('is never changed or removed')
    },
  )

  it('may change otherwise', async () => {
    const data = { displayName: 'Another name' }
    const changed = await fresh.owner.account.update({ where: { id: byId }, data })
    expect(changed.displayName).toBe('Another name')
  })
})

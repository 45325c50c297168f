import { randomUUID } from 'node:crypto'
import { addDays, type Day } from '@kyphoscreen/rules'
import fc from 'fast-check'
import type { GatheredFact } from '../src/contract.ts'
import { gatheredFacts } from '../src/referrals/gathered-facts.ts'
import { sortNameOf } from '../src/referrals/sort-name.ts'
import { standingColumns } from '../src/referrals/standing.ts'
import { arbitraryBirthDate, arbitraryEvidence } from './arbitrary-evidence.ts'
import type { FreshDatabase } from './fresh-database.ts'

/** A referral of the table, with what its evidence tells. */
export type Invented = { id: string; facts: GatheredFact[]; birthDate: Day }

/** Draws referrals whose evidence is of about a day, some of it of the days after. */
export const drawReferrals = (count: number, today: Day): Invented[] =>
  fc
    .sample(
      fc.tuple(
        fc.integer({ min: -3, max: 4 }).chain((ago) => arbitraryEvidence(addDays(today, -ago))),
        arbitraryBirthDate(today),
      ),
      { numRuns: count, seed: 20_261_121 },
    )
    .map(([{ entries, rulings }, birthDate]) => ({
      id: randomUUID(),
      facts: gatheredFacts(entries, rulings),
      birthDate,
    }))

const named = { familyName: 'Quillfeather', givenName: 'Odile' }

const patientOf = ({ id, birthDate }: Invented) => ({
  id,
  mrn: `MRN-${id}`,
  ...named,
  birthDate: new Date(birthDate),
  sex: 'female' as const,
})

/** Puts referrals into the database, screened as of a day; a patient has the id of the referral. */
export async function storeReferrals(
  { owner }: FreshDatabase,
  invented: readonly Invented[],
  today: Day,
): Promise<void> {
  const { id: createdById } = await owner.account.upsert({
    where: { username: 'filler' },
    create: {
      username: 'filler',
      displayName: 'An invented filler',
      role: 'admin',
      passwordHash: '',
    },
    update: {},
  })
  await owner.patient.createMany({
    data: invented.map((one) => ({ ...patientOf(one), createdById })),
  })
  await owner.referral.createMany({
    data: invented.map(({ id, facts, birthDate }) => ({
      id,
      patientId: id,
      referrerName: 'Dr. Petronella Wick',
      receivedOn: new Date(today),
      reason: 'Back pain since a fall.',
      priority: 'routine',
      sortName: sortNameOf(named),
      createdById,
      ...standingColumns(facts, birthDate, today),
    })),
  })
}

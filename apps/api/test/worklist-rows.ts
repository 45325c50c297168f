import { randomUUID } from 'node:crypto'
import { ruleset } from '@kyphoscreen/rules'
import type { Prisma } from '../generated/prisma/client.ts'
import { sortNameOf } from '../src/referrals/sort-name.ts'
import { dateOf } from '../src/stored-day.ts'
import type { RunningApp } from './running-app.ts'

/** The day of the still clock. */
export const today = '2026-11-21'

/** What a test says of a referral; days are written as in the contract. */
export type Given = {
  familyName?: string
  givenName?: string
  mrn?: string
} & Partial<
  Record<'dueOn' | 'closesOn' | 'readyOn' | 'nextChangeOn' | 'receivedOn', string | null>
> &
  Partial<
    Pick<
      Prisma.ReferralUncheckedCreateInput,
      | 'id'
      | 'state'
      | 'outcome'
      | 'priority'
      | 'conflicts'
      | 'ownerId'
      | 'rulesetHash'
      | 'reason'
      | 'referrerName'
      | 'changedSequence'
      | 'receivedSequence'
    >
  >

const dateOrNull = (day: string | null | undefined) => (day == null ? null : dateOf(day))

const rowsOf = (given: Given, createdById: string) => {
  const { familyName = 'Quillfeather', givenName = 'Odile', mrn, ...rest } = given
  const { dueOn, closesOn, readyOn, nextChangeOn, receivedOn, ...same } = rest
  const name = { familyName, givenName }
  const patient = { id: randomUUID(), mrn: mrn ?? `M-${randomUUID()}`, ...name }
  return {
    patient: { ...patient, birthDate: dateOf('1950-01-01'), sex: 'female' as const, createdById },
    referral: {
      id: randomUUID(),
      patientId: patient.id,
      referrerName: 'Dr. Petronella Wick',
      reason: 'Back pain since a fall',
      priority: 'routine',
      sortName: sortNameOf(name),
      outcome: 'insufficient-information',
      screenedOn: dateOf(today),
      rulesetHash: ruleset.hash,
      createdById,
      receivedOn: dateOf(receivedOn ?? today),
      dueOn: dateOrNull(dueOn),
      closesOn: dateOrNull(closesOn),
      readyOn: dateOrNull(readyOn),
      nextChangeOn: dateOrNull(nextChangeOn),
      ...same,
    },
  }
}

/** Puts referrals of invented patients into the database as they are given, and gives their ids in the same order. */
export async function givenReferrals({ owner }: RunningApp, given: Given[]): Promise<string[]> {
  const { id } = await owner.account.findFirstOrThrow()
  const rows = given.map((each) => rowsOf(each, id))
  for (let from = 0; from < rows.length; from += 250) {
    const some = rows.slice(from, from + 250)
    await owner.patient.createMany({ data: some.map(({ patient }) => patient) })
    await owner.referral.createMany({ data: some.map(({ referral }) => referral) })
  }
  return rows.map(({ referral }) => referral.id)
}

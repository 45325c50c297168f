import { randomUUID } from 'node:crypto'
import type { Outcome } from '@kyphoscreen/rules'
import { outcomes } from '@kyphoscreen/rules'
import fc from 'fast-check'
import { DecisionKind, type DepartureGroup } from '../src/contract.ts'
import { sortNameOf } from '../src/referrals/sort-name.ts'
import type { FreshDatabase } from './fresh-database.ts'

const referrers = [
  { organisation: 'Mossbank practice', name: 'Dr. Petronella Wick' },
  { organisation: 'Mossbank practice', name: 'Dr. Ambrose Fell' },
  { organisation: null, name: 'Dr. Sabina Orme' },
  { organisation: '=HYPERLINK("x")', name: 'Dr. Odo Finch' },
]
const named = { familyName: 'Quillfeather', givenName: 'Odile' }
const facts = ['retropulsion', 'mriFinding', 'careResponse', 'painScore', 'neurologicDeficit']
const reasons: [DepartureGroup, string][] = [
  ['patient-preference', 'declines-procedure'],
  ['clinician-disagrees', 'own-experience'],
]

/** A referral, a screening and a decision as the figures look at them, drawn by chance. */
export type DrawnReferral = { id: string; referrer: string; receivedOn: Date }
export type DrawnScreening = {
  id: string
  patientId: string
  referral: DrawnReferral | null
  recordedAt: Date
  version: string
  outcome: Outcome
  missing: { fact: string; decisive: boolean }[] | null
}
export type DrawnDecision = {
  id: string
  screening: DrawnScreening
  kind: DecisionKind
  departs: boolean
  reason: [DepartureGroup, string] | null
  replaces: DrawnDecision | null
  authorId: string
  decidedAt: Date
}
export type Drawn = { screenings: DrawnScreening[]; decisions: DrawnDecision[] }

const most = 0x7fffffff

const from = (values: Iterator<number>) => {
  const below = (limit: number): number =>
    Math.floor(((values.next().value ?? 0) / (most + 1)) * limit)
  return {
    below,
    oneOf: <T>(of: readonly T[]): T => of[below(of.length)] as T,
    at: (base: string, days: number) =>
      new Date(Date.parse(base) + below(days * 24) * 3_600_000 + below(3_600_000)),
  }
}
type Chance = ReturnType<typeof from>

const drawScreening = (chance: Chance, patients: string[], referrals: DrawnReferral[]) => {
  const referral = chance.below(3) > 0 ? chance.oneOf(referrals) : null
  const isRead = chance.below(20) > 0
  const missing = Array.from({ length: chance.below(5) }, () => ({
    fact: chance.oneOf(facts),
    decisive: chance.below(2) === 0,
  }))
  return {
    id: randomUUID(),
    patientId: chance.oneOf(patients),
    referral,
    recordedAt: chance.at('2026-03-01T00:00:00Z', 200),
    version: chance.oneOf(['0.1.0', '0.2.0', '0.3.0']),
    outcome: chance.oneOf(outcomes),
    missing: isRead ? missing : null,
  }
}

const drawDecision = (
  chance: Chance,
  screening: DrawnScreening,
  { surgeons, replaces }: { surgeons: string[]; replaces: DrawnDecision | null },
): DrawnDecision => {
  const departs = chance.below(3) === 0
  return {
    ...{ id: randomUUID(), screening, kind: chance.oneOf(DecisionKind.options), departs, replaces },
    reason: departs ? chance.oneOf(reasons) : null,
    authorId: chance.oneOf(surgeons),
    decidedAt: new Date(
      (replaces?.decidedAt ?? screening.recordedAt).getTime() + chance.below(40 * 86_400_000),
    ),
  }
}

/** Draws records, decided by these surgeons; a seed draws the same again, but for the ids. */
export function drawRecords(seed: number, surgeons: string[]): Drawn {
  const values = fc.sample(fc.noBias(fc.nat(most)), { numRuns: 20_000, seed })
  const chance = from(values.values())
  const patients = Array.from({ length: 40 }, () => randomUUID())
  const referrals = Array.from({ length: 60 }, () => {
    const { organisation, name } = chance.oneOf(referrers)
    const receivedOn = new Date(chance.at('2026-03-10T00:00:00Z', 180).toISOString().slice(0, 10))
    return { id: randomUUID(), referrer: organisation ?? name, receivedOn }
  })
  const screenings = Array.from({ length: 240 }, () => drawScreening(chance, patients, referrals))
  const decisions: DrawnDecision[] = []
  for (const screening of screenings.filter(() => chance.below(4) > 0)) {
    let last: DrawnDecision | null = null
    for (let more = 1 + chance.below(4) ** 2 / 3; more > 0; more -= 1.5) {
      last = drawDecision(chance, screening, { surgeons, replaces: last })
      decisions.push(last)
    }
  }
  return { screenings, decisions }
}

const referralRow = (
  { id, referrer, receivedOn }: DrawnReferral,
  patientId: string,
  by: string,
) => {
  const isName = referrer.startsWith('Dr.')
  return {
    ...{
      id,
      patientId,
      receivedOn,
      reason: 'Back pain.',
      priority: 'routine',
      sortName: sortNameOf(named),
    },
    referrerName: isName ? referrer : 'Dr. Odo Finch',
    referrerOrganisation: isName ? null : referrer,
    ...{ outcome: 'meets', screenedOn: receivedOn, rulesetHash: 'drawn', createdById: by },
  }
}

const screeningRow = (one: DrawnScreening, authorId: string) => ({
  ...{ id: one.id, patientId: one.patientId, recordedAt: one.recordedAt, outcome: one.outcome },
  referralId: one.referral?.id ?? null,
  findings: {},
  result: one.missing === null ? { erased: true } : { missing: one.missing },
  ...{ rulesetId: 'drawn', rulesetVersion: one.version, rulesetHash: 'drawn', authorId },
})

const decisionRow = ({ screening, reason, replaces, ...one }: DrawnDecision) => ({
  ...one,
  screeningId: screening.id,
  levels: one.kind === 'plan-kyphoplasty' ? ['L1'] : [],
  until: one.kind === 'defer' ? new Date('2027-01-01') : null,
  note: 'as agreed',
  reasonGroup: reason?.[0] ?? null,
  reasonCode: reason?.[1] ?? null,
  replacesId: replaces?.id ?? null,
})

const patientRow = (id: string, createdById: string) => ({
  ...{ id, mrn: `MRN-${id}`, ...named, birthDate: new Date('1948-04-05') },
  ...{ sex: 'female' as const, createdById },
})

/** Puts drawn records into the database, each patient with them. */
export async function storeDrawn({ owner }: FreshDatabase, { screenings, decisions }: Drawn) {
  const [first] = decisions
  if (!first) throw new Error('nothing was drawn')
  const by = first.authorId
  const referrals = new Map(
    screenings.flatMap(({ referral, patientId }) =>
      referral ? [[referral.id, referralRow(referral, patientId, by)]] : [],
    ),
  )
  const patients = [...new Set(screenings.map(({ patientId }) => patientId))]
  await owner.patient.createMany({ data: patients.map((id) => patientRow(id, by)) })
  await owner.referral.createMany({ data: [...referrals.values()] })
  await owner.screening.createMany({ data: screenings.map((one) => screeningRow(one, by)) })
  await owner.decision.createMany({ data: decisions.map(decisionRow) })
}

import { type Day, type Findings, pointerTo, redFlagFacts, screen } from '@kyphoscreen/rules'
import type { Prisma } from '../../generated/prisma/client.ts'
import { clinicDay } from '../clinic-day.ts'
import type { GatheredFact } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'
import { Refused } from '../problems.ts'
import { screenedColumns } from '../screenings/screened-columns.ts'
import { type ScreeningRecord, screeningOf } from '../screenings/screening-of.ts'
import { dayOf } from '../stored-day.ts'
import type { Done, LockedReferral } from './change.ts'
import { decisiveConflicts } from './decisive-conflicts.ts'
import type { ByAt } from './evidence-enter.ts'
import { keptFacts } from './evidence-kept.ts'
import { factsOf } from './facts-of.ts'
import { namedOnly } from './people.ts'
import { findingsOn } from './standing-findings.ts'

const noLevel = { pointer: '/levels', reason: 'names no fractured level; record which one it is' }

const flags: readonly string[] = redFlagFacts

/** Lists the red flags that one source says are there and another denies. */
const redFlagsInDoubt = (facts: readonly GatheredFact[]) =>
  facts
    .filter(({ fact, status }) => status === 'conflict' && flags.includes(fact))
    .filter(({ evidence }) =>
      evidence.some(({ value, withdrawn }) => value === true && withdrawn === null),
    )
    .map(({ fact }) => ({
      pointer: pointerTo(['patient', fact]),
      reason: 'is told by one source and ruled out by another; choose which is right',
    }))

/** Lists what sources disagree on that decides whether the criteria are met, for "meets" is recorded of nothing that one of them denies. */
const meetsInDoubt = (facts: readonly GatheredFact[], birthDate: Day, findings: Findings) =>
  screen(findings).outcome !== 'meets'
    ? []
    : decisiveConflicts(facts, birthDate, findings.assessedOn).map(({ fact, level }) => ({
        pointer: pointerTo(
          level === null
            ? ['patient', fact]
            : ['levels', findings.levels.findIndex((one) => one.level === level), fact],
        ),
        reason: 'is told differently by its sources, and the outcome depends on it; choose one',
      }))

/** Gives the findings of today; refused when no level is recorded, the facts contradict each other, or a red flag or "meets" is in doubt. */
function findingsToday(
  facts: readonly GatheredFact[],
  { patient }: LockedReferral,
  at: Date,
): Findings {
  const kept = keptFacts(facts)
  if (kept === null) throw new Refused('not-screenable', { errors: [noLevel] })
  const birthDate = dayOf(patient.birthDate)
  const read = findingsOn(kept, birthDate, clinicDay(at))
  if (!read.accepted) throw new Refused('not-screenable', { errors: read.refusals })
  const flagged = redFlagsInDoubt(facts)
  const errors = flagged.length > 0 ? flagged : meetsInDoubt(facts, birthDate, read.findings)
  if (errors.length > 0) throw new Refused('not-screenable', { errors })
  return read.findings
}

/** Records a screening of a referral that is being changed: its findings of today, with the evidence they rest on. */
export async function recordScreening(
  transaction: Transaction,
  referral: LockedReferral,
  { byId, at }: ByAt,
): Promise<Done & { recorded: ScreeningRecord }> {
  const facts = (await factsOf(transaction, [referral.id]))(referral.id)
  const findings = findingsToday(facts, referral, at)
  const row = await transaction.screening.create({
    data: {
      ...screenedColumns(findings),
      patientId: referral.patientId,
      referralId: referral.id,
      facts: facts as unknown as Prisma.InputJsonArray,
      authorId: byId,
      recordedAt: at,
    },
    include: { author: namedOnly },
  })
  const { author: _, ...screening } = row
  const recorded = screeningOf(row)
  const to = { id: recorded.id, outcome: recorded.result.outcome }
  const event = { kind: 'screening', what: 'Screening recorded', to } as const
  return { recorded, screening, event }
}

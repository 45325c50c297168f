import { randomUUID } from 'node:crypto'
import { type Day, screen } from '@kyphoscreen/rules'
import type { Decision, Prisma, Screening } from '../../generated/prisma/client.ts'
import { clinicDay } from '../clinic-day.ts'
import type { GatheredFact } from '../contract.ts'
import { columnsOf } from '../decisions/decision-of.ts'
import {
  type ConfirmedDecision,
  judgedDeparture,
  refuseUnscreened,
} from '../decisions/refuse-decision.ts'
import type { NewEvent } from '../referrals/change.ts'
import { keptFacts } from '../referrals/evidence-kept.ts'
import { findingsOn } from '../referrals/standing-findings.ts'
import { screenedColumns } from '../screenings/screened-columns.ts'

/** A screening of a referral and what was decided on it, as they are stored, and the referral's event. */
export type MadeDecision = { at: Date; event: NewEvent; screening: Screening; decision: Decision }

type Decided = {
  referral: { id: string; patientId: string; birthDate: Day; facts: readonly GatheredFact[] }
  decision: ConfirmedDecision
  authorId: string
  at: Date
}

/** Screens a referral on a day, and decides on it as the surgeon would; what could not be recorded is refused. */
export function madeDecision({ referral, decision, authorId, at }: Decided): MadeDecision {
  const { id: referralId, patientId, birthDate, facts } = referral
  const kept = keptFacts(facts)
  const read = kept && findingsOn(kept, birthDate, clinicDay(at))
  if (!read?.accepted) throw new Error('an invented referral cannot be screened')
  const result = screen(read.findings)
  refuseUnscreened(decision, result)
  const screening = {
    ...{ id: randomUUID(), patientId, referralId, authorId, recordedAt: at },
    ...(screenedColumns(read.findings) as Pick<
      Screening,
      keyof ReturnType<typeof screenedColumns>
    >),
    facts: facts as unknown as Prisma.JsonArray,
    erasedAt: null,
  }
  const to = { id: screening.id, outcome: screening.outcome }
  return {
    at,
    event: { kind: 'screening', what: 'Screening recorded', to },
    screening,
    decision: {
      ...{ id: randomUUID(), screeningId: screening.id, authorId, decidedAt: at },
      ...{ departs: judgedDeparture(decision, result), ...columnsOf(decision) },
    },
  }
}

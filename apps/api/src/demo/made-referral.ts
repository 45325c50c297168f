import { randomUUID } from 'node:crypto'
import { addDays } from '@kyphoscreen/rules'
import type { Patient, Prisma } from '../../generated/prisma/client.ts'
import { clinicDay } from '../clinic-day.ts'
import type { NewDocument, NewTask, ReferralState } from '../contract.ts'
import type { NewEvent } from '../referrals/change.ts'
import { documentColumns, documentEvent } from '../referrals/document.ts'
import { evidenceEvent, evidenceRow } from '../referrals/evidence-enter.ts'
import { gatheredFacts } from '../referrals/gathered-facts.ts'
import { type NamedAccount, personOf } from '../referrals/people.ts'
import { receivedEvent, receivedRow } from '../referrals/receive.ts'
import { standingColumns } from '../referrals/standing.ts'
import { stepEvent } from '../referrals/step.ts'
import { taskColumns, taskEvent } from '../referrals/task.ts'
import { dayOf } from '../stored-day.ts'
import type { InventedReferral } from './invented-referrals.ts'
import { type MadeDecision, madeDecision } from './made-decision.ts'

/** Who works on the referrals, who decides on them, and when it is now. */
export type Made = { by: NamedAccount; surgeonId: string; now: Date }

type Told = { at: Date; event: NewEvent }

const noonBefore = (now: Date, daysAgo: number): Date => {
  const noon = new Date(`${addDays(clinicDay(now), -daysAgo)}T12:00:00Z`)
  return noon < now ? noon : now
}

const newReferral = (invented: InventedReferral, patientId: string, { by, now }: Made) => {
  const { mrn: _, receivedDaysAgo, dueInDays, priority, referrer, reason } = invented
  return {
    ...{ priority, referrer, reason, patientId },
    externalId: null,
    receivedOn: addDays(clinicDay(now), -receivedDaysAgo),
    ownerId: by.id,
    dueOn: addDays(clinicDay(now), dueInDays),
  }
}

const evidenceOf = ({ evidence }: InventedReferral, referralId: string, { by, now }: Made) =>
  evidence.map(({ daysAgo, entry }) => {
    const at = noonBefore(now, daysAgo)
    const told = entry(clinicDay(now))
    const row = { id: randomUUID(), ...evidenceRow(referralId, told, { byId: by.id, at }) }
    return { at, row, event: evidenceEvent(row.id, told) }
  })

const documentsOf = ({ awaited, receivedDaysAgo }: InventedReferral, { now }: Made) =>
  awaited.map((kind) => {
    const expectedOn = addDays(clinicDay(now), 3)
    const awaitedOne: NewDocument = {
      kind,
      note: null,
      expectedOn,
      receivedOn: null,
      documentOn: null,
    }
    const id = randomUUID()
    const at = noonBefore(now, receivedDaysAgo)
    return {
      at,
      row: { id, ...documentColumns(awaitedOne) },
      event: documentEvent({ id, ...awaitedOne }),
    }
  })

const tasksOf = ({ toDo, receivedDaysAgo }: InventedReferral, { by, now }: Made) =>
  toDo.map((what) => {
    const task: NewTask = { what, dueOn: addDays(clinicDay(now), 1), ownerId: by.id }
    const id = randomUUID()
    const { dueOn } = task
    const event = taskEvent({ id, what, dueOn, owner: personOf(by), done: null })
    return { at: noonBefore(now, receivedDaysAgo), row: { id, ...taskColumns(task) }, event }
  })

const stepsOf = ({ steps }: InventedReferral, { now }: Made) => {
  let state: ReferralState = 'new'
  const taken = steps.map(({ daysAgo, ...step }): Told => {
    const event = stepEvent(state, step)
    state = step.to
    return { at: noonBefore(now, daysAgo), event }
  })
  return { state, taken }
}

const decidedOf = (
  { decided }: InventedReferral,
  referral: Parameters<typeof madeDecision>[0]['referral'],
  { surgeonId: authorId, now }: Made,
): MadeDecision[] =>
  decided
    ? [
        madeDecision({
          ...{ referral, authorId, decision: decided.decision },
          at: noonBefore(now, decided.daysAgo),
        }),
      ]
    : []

/** Makes the rows of an invented referral and of everything that belongs to it, as of now. */
export function madeReferral(invented: InventedReferral, patient: Patient, made: Made) {
  const { by, now } = made
  const id = randomUUID()
  const referralId = id
  const at = noonBefore(now, invented.receivedDaysAgo)
  const referral = newReferral(invented, patient.id, made)
  const evidence = evidenceOf(invented, id, made)
  const documents = documentsOf(invented, made)
  const tasks = tasksOf(invented, made)
  const { state, taken } = stepsOf(invented, made)
  const facts = gatheredFacts(
    evidence.map(({ row }) => ({ ...row, facts: row.facts as Prisma.JsonObject, enteredBy: by })),
    [],
  )
  const birthDate = dayOf(patient.birthDate)
  const decided = decidedOf(invented, { id, patientId: patient.id, birthDate, facts }, made)
  const told: Told[] = [
    { at, event: receivedEvent(referral, personOf(by)) },
    ...[...documents, ...tasks, ...evidence, ...decided, ...taken].sort(
      (one, other) => one.at.getTime() - other.at.getTime(),
    ),
  ]
  return {
    referral: {
      ...receivedRow(referral, patient, { byId: by.id, at }),
      ...standingColumns(facts, birthDate, clinicDay(now)),
      id,
      state,
      version: told.length,
      changedAt: told.at(-1)?.at ?? at,
    },
    evidence: evidence.map(({ row }) => row),
    documents: documents.map(({ row }) => ({ ...row, referralId })),
    tasks: tasks.map(({ row }) => ({ ...row, referralId })),
    screenings: decided.map(({ screening }) => screening),
    decisions: decided.map(({ decision }) => decision),
    events: told.map((one) => ({ ...one.event, referralId, byId: by.id, at: one.at })),
  }
}

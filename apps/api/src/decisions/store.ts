import type { ScreeningResult } from '@kyphoscreen/rules'
import type { Decision as DecisionColumns, Prisma } from '../../generated/prisma/client.ts'
import type { RecordAct } from '../audit/acts.ts'
import type { Actor } from '../audit/entry.ts'
import { clinicDay } from '../clinic-day.ts'
import type { Decision, Decisions } from '../contract.ts'
import { refuseErased } from '../erased.ts'
import type { Retry } from '../idempotency/once.ts'
import { rowIds } from '../imports/row-ids.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { type Reader, refuseWithheld } from './blind-first.ts'
import { columnsOf, decisionOf, newestFirst, withAuthor } from './decision-of.ts'
import { impressionOf, withItsAuthor } from './impression-of.ts'
import { isTaken } from './is-taken.ts'
import {
  type ConfirmedDecision,
  judgedDeparture,
  refuseOutOfTurn,
  refusePast,
  refuseUnscreened,
} from './refuse-decision.ts'

/** A decision to record: on which screening, by whom, and what a retry of it is known by. */
export type AskedDecision = {
  screeningId: string
  decision: ConfirmedDecision
  by: Actor
  reader: Reader
  retry: Retry | undefined
}

const withDecisions = {
  decisions: { include: withAuthor },
  impressions: { include: withItsAuthor, orderBy: { id: 'asc' } },
} as const satisfies Prisma.ScreeningInclude

type DecidedScreening = Prisma.ScreeningGetPayload<{ include: typeof withDecisions }>

const entryOf = (
  { patientId, rulesetVersion: version, rulesetHash: hash }: DecidedScreening,
  { id, replacesId, reasonCode: reason }: DecisionColumns,
) => ({
  action: replacesId === null ? ('decision-recorded' as const) : ('decision-replaced' as const),
  on: { kind: 'decision', id },
  patientId,
  ruleset: { version, hash },
  reason,
})

/** The decisions: append-only; a correction is a new one that replaces the one that stands. */
export function decisionStore(
  database: Database,
  { clock, recordAct }: { clock: () => Date; recordAct: RecordAct },
) {
  const nextId = rowIds()

  const screeningOf = async (id: string): Promise<DecidedScreening> => {
    const screening = await database.screening.findUnique({
      where: { id },
      include: withDecisions,
    })
    if (!screening) throw new Refused('not-found')
    refuseErased(screening)
    return screening
  }

  /** Gives what was answered when a decision was recorded, before anything replaced it. */
  const answered = async (kept: unknown): Promise<Decision> => {
    const { recorded: id } = kept as { recorded: string }
    const row = await database.decision.findUniqueOrThrow({
      where: { id },
      include: { ...withAuthor, screening: true },
    })
    return decisionOf({ ...row, replacedBy: null }, row.screening)
  }

  const answeredBefore = async ({ accountId, key, requestHash }: Retry) => {
    const where = { accountId_key: { accountId, key } }
    const kept = await database.idempotentReply.findUnique({ where })
    if (kept && kept.requestHash !== requestHash) throw new Refused('key-used-otherwise')
    return kept && answered(kept.body)
  }

  const judged = (screening: DecidedScreening, { decision, reader }: AskedDecision) => {
    const decidedAt = clock()
    const result = screening.result as unknown as ScreeningResult
    refusePast(decision, clinicDay(decidedAt))
    refuseUnscreened(decision, result)
    const departs = judgedDeparture(decision, result)
    refuseOutOfTurn(decision.replaces, screening.decisions)
    const made = { id: nextId(), screeningId: screening.id, decidedAt, departs }
    return { ...made, authorId: reader.accountId, ...columnsOf(decision) }
  }

  /** Of two that come at once the database takes one; the other is told what it would be told a moment later. */
  const refuseTaken = async ({ screeningId, decision }: AskedDecision, error: unknown) => {
    if (isTaken(error)) {
      refuseOutOfTurn(decision.replaces, (await screeningOf(screeningId)).decisions)
    }
    throw error
  }

  const decide = async (asked: AskedDecision): Promise<Decision> => {
    const { screeningId, by, reader, retry } = asked
    const screening = await screeningOf(screeningId)
    await refuseWithheld(database, screening, reader)
    const decision = judged(screening, asked)
    const act = { by, entry: entryOf(screening, decision), retry, decision }
    const told = await recordAct(act).catch((error: unknown) => refuseTaken(asked, error))
    if (told.verdict === 'repeated') return answered(told.body)
    if (told.verdict !== 'stored') throw new Refused('server-failed')
    return decisionOf({ ...decision, author: told.author, replacedBy: null }, screening)
  }

  /** What comes out of turn may be the very same request, answered meanwhile. */
  const answeredMeanwhile = async ({ retry }: AskedDecision, error: unknown) => {
    const before = retry && error instanceof Refused ? await answeredBefore(retry) : null
    if (before) return before
    throw error
  }

  return {
    /** Records a decision once a key; refused when it lacks what its kind or its departing asks for, or comes out of turn. */
    async record(asked: AskedDecision): Promise<Decision> {
      const before = asked.retry && (await answeredBefore(asked.retry))
      return before || decide(asked).catch((error: unknown) => answeredMeanwhile(asked, error))
    },

    /** Lists everything that was decided on a screening, newest first, and tells of which patient; refused when there is no such screening, or its outcome is withheld. */
    async of(screeningId: string, reader: Reader): Promise<Decisions & { patientId: string }> {
      const screening = await screeningOf(screeningId)
      await refuseWithheld(database, screening, reader)
      return {
        patientId: screening.patientId,
        decisions: newestFirst(screening.decisions).map((row) => decisionOf(row, screening)),
        impressions: screening.impressions.map(impressionOf),
      }
    },
  }
}

export type DecisionStore = ReturnType<typeof decisionStore>

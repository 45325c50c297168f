import type { LevelName } from '@kyphoscreen/rules'
import type { Prisma, Screening } from '../../generated/prisma/client.ts'
import type { Decision, DecisionKind, DepartureReason, StandingDecision } from '../contract.ts'
import { dateOf, dayOf } from '../stored-day.ts'
import { type ConfirmedDecision, levelsOf } from './refuse-decision.ts'

/** What is read with a decision: who made it, and what replaced it. */
export const withAuthor = {
  author: { select: { displayName: true, role: true } },
  replacedBy: { select: { id: true } },
} as const satisfies Prisma.DecisionInclude

/** The decision of a screening that nothing has replaced. */
export const standing = { replacedBy: { is: null } } as const satisfies Prisma.DecisionWhereInput

/** A decision as it is stored, with who made it and what replaced it. */
export type DecisionRow = Prisma.DecisionGetPayload<{ include: typeof withAuthor }>

/** Gives the columns that a confirmed decision fills. */
export const columnsOf = (decision: ConfirmedDecision) => ({
  kind: decision.kind,
  levels: [...levelsOf(decision)],
  until: decision.kind === 'defer' ? dateOf(decision.until) : null,
  note: decision.note,
  reasonGroup: decision.reason?.group ?? null,
  reasonCode: decision.reason?.code ?? null,
  reasonText: decision.reason?.text ?? null,
  replacesId: decision.replaces,
})

/** Orders the decisions of one screening by what replaced what; the first one stands. */
export function newestFirst(rows: readonly DecisionRow[]): DecisionRow[] {
  const ordered: DecisionRow[] = []
  let next = rows.find(({ replacedBy }) => replacedBy === null)
  while (next) {
    const { replacesId } = next
    ordered.push(next)
    next = rows.find(({ id }) => id === replacesId)
  }
  return ordered
}

const reasonOf = ({ reasonGroup, reasonCode, reasonText }: DecisionRow): DepartureReason | null =>
  reasonGroup === null || reasonCode === null
    ? null
    : ({ group: reasonGroup, code: reasonCode, text: reasonText } as DepartureReason)

/** Gives a decision as a line in a list has it. */
export const standingDecisionOf = (row: DecisionRow): StandingDecision => ({
  id: row.id,
  kind: row.kind as DecisionKind,
  levels: row.levels as LevelName[],
  until: row.until && dayOf(row.until),
  departs: row.departs,
  decidedAt: row.decidedAt.toISOString(),
  decidedBy: row.author,
})

/** Gives a decision as the contract has it, with the outcome and the ruleset version of its screening. */
export const decisionOf = (
  row: DecisionRow,
  screening: Pick<Screening, 'outcome' | 'rulesetId' | 'rulesetVersion' | 'rulesetHash'>,
): Decision => ({
  ...standingDecisionOf(row),
  screeningId: row.screeningId,
  note: row.note,
  outcome: screening.outcome as Decision['outcome'],
  ruleset: {
    id: screening.rulesetId,
    version: screening.rulesetVersion,
    hash: screening.rulesetHash,
  },
  reason: reasonOf(row),
  replaces: row.replacesId,
  replacedBy: row.replacedBy?.id ?? null,
})

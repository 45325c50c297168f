import { outcomes } from '@kyphoscreen/rules'
import { Prisma } from '../../generated/prisma/client.ts'
import {
  type AuditFigures,
  type AuditFiguresAsked,
  type AuditFiguresChoices,
  DecisionKind,
  type DecisionsCounted,
} from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { agreementOf } from './events-figures-agreement.ts'
import { countDecisions, countOf, type DecidedCounted } from './events-figures-decided.ts'
import { referrerOf } from './events-figures-filter.ts'
import { countScreened, type ScreeningsCounted } from './events-figures-screened.ts'

const { sql } = Prisma

const mostChoices = 200

/** Adds up what is alike in everything but what is left out. */
function addedUp<Counted extends { count: number }, Alike extends object>(
  counted: readonly Counted[],
  alikeOf: (one: Counted) => Alike,
): (Alike & { count: number })[] {
  const sums = new Map<string, Alike & { count: number }>()
  for (const one of counted) {
    const alike = alikeOf(one)
    const key = JSON.stringify(alike)
    sums.set(key, { ...alike, count: (sums.get(key)?.count ?? 0) + one.count })
  }
  return [...sums.values()]
}

const placeOf = ({ outcome, kind, departs }: DecisionsCounted) =>
  (outcomes.indexOf(outcome) * DecisionKind.options.length + DecisionKind.options.indexOf(kind)) *
    2 +
  Number(departs)

const decisionsIn = (decided: readonly DecidedCounted[]): DecisionsCounted[] =>
  addedUp(decided, ({ outcome, kind, departs }) => ({ outcome, kind, departs })).sort(
    (one, other) => placeOf(one) - placeOf(other),
  )

const reasonsIn = (decided: readonly DecidedCounted[]): AuditFigures['reasons'] =>
  addedUp(
    decided.flatMap(({ group, code, count }) =>
      group === null || code === null ? [] : [{ group, code, count }],
    ),
    ({ group, code }) => ({ group, code }),
  ).sort((one, other) => other.count - one.count || one.code.localeCompare(other.code))

const byVersion = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true })

function versionsIn(screened: readonly ScreeningsCounted[], decided: readonly DecidedCounted[]) {
  const versions = [...new Set([...screened, ...decided].map(({ version }) => version))].sort(
    byVersion,
  )
  return versions.map((version) => {
    const decisions = decisionsIn(decided.filter((one) => one.version === version))
    return {
      version,
      outcomes: addedUp(
        screened.filter((one) => one.version === version),
        ({ outcome }) => ({ outcome }),
      ),
      decisions: countOf(decisions),
      departing: countOf(decisions.filter(({ departs }) => departs)),
      agreement: agreementOf(decisions),
    }
  })
}

const choicesOf = {
  versions: sql`SELECT DISTINCT "rulesetVersion" AS "it" FROM "Screening"`,
  referrers: sql`
    SELECT "it" FROM (SELECT ${referrerOf} AS "it" FROM "Referral" r GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${mostChoices}) AS most
    ORDER BY 1`,
  surgeons: sql`
    SELECT "id", "displayName" FROM "Account" WHERE "id" IN (SELECT "authorId" FROM "Decision") ORDER BY 2, 1 LIMIT ${mostChoices}`,
}

/** Counts what was recorded. */
export const figuresStore = (database: Database) => ({
  /** Gives the numbers of what is asked for. */
  async of(asked: AuditFiguresAsked): Promise<AuditFigures> {
    const [{ screened, missing, referrers }, { decided, patients, days }] = await Promise.all([
      countScreened(database, asked),
      countDecisions(database, asked),
    ])
    const decisions = decisionsIn(decided)
    return {
      outcomes: addedUp(screened, ({ month, outcome }) => ({ month, outcome })),
      decisions,
      patients,
      agreement: agreementOf(decisions),
      reasons: reasonsIn(decided),
      days,
      missing,
      ...referrers,
      versions: versionsIn(screened, decided),
    }
  },

  /** Gives what the numbers can be narrowed to. */
  async choices(): Promise<AuditFiguresChoices> {
    const [versions, referrers, surgeons] = await Promise.all([
      database.$queryRaw<{ it: string }[]>(choicesOf.versions),
      database.$queryRaw<{ it: string }[]>(choicesOf.referrers),
      database.$queryRaw<AuditFiguresChoices['surgeons']>(choicesOf.surgeons),
    ])
    const its = (rows: { it: string }[]) => rows.map(({ it }) => it)
    return { versions: its(versions).sort(byVersion), referrers: its(referrers), surgeons }
  },
})

export type FiguresStore = ReturnType<typeof figuresStore>

import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Referral, ReferralSummary, Screening, WorklistRow } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { Refused, refusedField } from '../problems.ts'
import { idIn } from '../tells.ts'
import { type Reader, referralWithheld, withheldAmong, worksBlind } from './blind-first.ts'
import { withheldReferral, withheldRow, withheldScreening, withheldSummary } from './withheld.ts'

type Withhold = (database: Database, answer: object, reader: Reader) => Promise<unknown>

const pageOf: Withhold = async (_, answer) => {
  const page = answer as { rows: WorklistRow[] }
  return { ...page, rows: page.rows.map(withheldRow) }
}

const summariesOf: Withhold = async (_, answer) => ({
  referrals: (answer as { referrals: ReferralSummary[] }).referrals.map(withheldSummary),
})

const referralOf: Withhold = async (database, answer, reader) => {
  const referral = answer as Referral
  const isWithheld = await referralWithheld(database, referral.id, reader)
  return isWithheld ? withheldReferral(referral) : referral
}

const screeningOf: Withhold = async (database, answer, reader) => {
  const screening = answer as Screening
  const withheld = await withheldAmong(database, [screening], reader)
  return withheld.has(screening.id) ? withheldScreening(screening) : screening
}

/** What each reply that tells an outcome is known by. */
const tellers: readonly [isTold: (answer: object) => boolean, withhold: Withhold][] = [
  [(answer) => 'standing' in answer && 'legalSteps' in answer, referralOf],
  [(answer) => 'rows' in answer && 'beingUpdated' in answer, pageOf],
  [(answer) => 'referrals' in answer, summariesOf],
  [(answer) => 'result' in answer && 'findings' in answer, screeningOf],
]

const operationOf = ({ routeOptions: { schema } }: FastifyRequest) =>
  (schema as { operationId?: string } | undefined)?.operationId ?? ''

const searches = ['searchReferrals', 'exportReferrals', 'countNews']

/** A list that is narrowed by outcome tells the outcome of all that is in it. */
const isNarrowedByOutcome = (request: FastifyRequest) =>
  searches.includes(operationOf(request)) &&
  (request.body as { outcomes: readonly unknown[] }).outcomes.length > 0

/** Leaves out of every reply to a surgeon, where the clinic works blind first, what tells an outcome that they have recorded no impression of. */
export function withholdOutcomes(app: FastifyInstance, database: Database): void {
  app.addHook('preHandler', async (request) => {
    const who = request.session?.who
    if (who?.role !== 'surgeon') return
    const asks = operationOf(request)
    const isReply = asks === 'draftReply'
    if (!isReply && asks !== 'evaluateFindings' && !isNarrowedByOutcome(request)) return
    if (!(await worksBlind(database, who))) return
    if (isReply && !(await referralWithheld(database, idIn(request), who))) return
    if (isNarrowedByOutcome(request)) {
      throw refusedField('/outcomes', 'is withheld while the clinic works blind first; leave it')
    }
    throw new Refused('impression-wanted')
  })

  app.addHook('preSerialization', async (request, reply, answer) => {
    const who = request.session?.who
    if (who?.role !== 'surgeon' || reply.statusCode >= 400) return answer
    if (typeof answer !== 'object' || answer === null) return answer
    const [, withhold] = tellers.find(([isTold]) => isTold(answer)) ?? []
    if (!withhold || !(await worksBlind(database, who))) return answer
    return withhold(database, answer, who)
  })
}

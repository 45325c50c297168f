import type { Day } from '@kyphoscreen/rules'
import { Prisma } from '../../generated/prisma/client.ts'
import type {
  NewReferral,
  PatientReferrals,
  Priority,
  Referral,
  ReferralState,
  ReferralSummary,
} from '../contract.ts'
import { once, type Retry } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { dayOf } from '../stored-day.ts'
import { personOf } from './people.ts'
import { receiveReferral } from './receive.ts'
import { factsOf, readReferral } from './referral-of.ts'
import { standingColumns } from './standing.ts'
import { type WithEvidence, whole } from './whole-referral.ts'

/** Screened as of today: what is stored may be of an earlier day. */
function summaryOf(row: WithEvidence, today: Day): ReferralSummary {
  const birthDate = dayOf(row.patient.birthDate)
  const { outcome, urgent, conflicts } = standingColumns(factsOf(row), birthDate, today)
  return {
    id: row.id,
    referrerName: row.referrerName,
    referrerOrganisation: row.referrerOrganisation,
    receivedOn: dayOf(row.receivedOn),
    priority: row.priority as Priority,
    state: row.state as ReferralState,
    owner: row.owner && personOf(row.owner),
    dueOn: row.dueOn && dayOf(row.dueOn),
    outcome,
    urgent,
    conflicts,
    changedAt: row.changedAt.toISOString(),
  }
}

/** The sender's id is the only thing of a referral that somebody else may have taken. */
const refuseTaken = (error: unknown): never => {
  const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
  throw taken ? new Refused('referral-taken') : error
}

const newestFirst = [{ receivedOn: 'desc' }, { id: 'desc' }] as const
const { patient, owner, evidence } = whole

/** The referrals of the clinic. */
export const referralStore = (database: Database, clock: () => Date) => ({
  /** Takes in a referral once a key; a sender's id that is taken is refused. */
  receive: (referral: NewReferral, byId: string, retry?: Retry): Promise<Referral> =>
    once(database, retry, async (transaction) => {
      const at = clock()
      const id = await receiveReferral(transaction, referral, { byId, at })
      return readReferral(transaction, id, dayOf(at))
    }).catch(refuseTaken),

  /** Gives a referral as it stands today; refused when there is none. */
  read: (id: string): Promise<Referral> => readReferral(database, id, dayOf(clock())),

  /** Lists a patient's referrals, newest first; refused when there is no such patient. */
  async ofPatient(patientId: string): Promise<PatientReferrals> {
    const found = await database.patient.findUnique({
      where: { id: patientId },
      include: {
        referrals: { include: { patient, owner, evidence }, orderBy: [...newestFirst] },
      },
    })
    if (!found) throw new Refused('not-found')
    const today = dayOf(clock())
    return { referrals: found.referrals.map((row) => summaryOf(row, today)) }
  },
})

export type ReferralStore = ReturnType<typeof referralStore>

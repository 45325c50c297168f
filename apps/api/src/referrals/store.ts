import { Prisma } from '../../generated/prisma/client.ts'
import { clinicDay } from '../clinic-day.ts'
import type {
  NewReferral,
  PatientReferrals,
  Priority,
  Referral,
  ReferralState,
  ReferralSummary,
} from '../contract.ts'
import { refuseErased } from '../erased.ts'
import type { Asking } from '../idempotency/key.ts'
import { once } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { dayOf } from '../stored-day.ts'
import { changeEntry } from './change-entry.ts'
import { factsOf } from './facts-of.ts'
import { namedOnly } from './people.ts'
import { receiveReferral } from './receive.ts'
import { readReferral } from './referral-of.ts'
import { standingColumns } from './standing.ts'

type Row = Prisma.ReferralGetPayload<{ include: { owner: typeof namedOnly } }>

/** Screened as of today: what is stored may be of an earlier day. */
const summaryOf = (row: Row, standing: ReturnType<typeof standingColumns>): ReferralSummary => ({
  id: row.id,
  referrerName: row.referrerName,
  referrerOrganisation: row.referrerOrganisation,
  receivedOn: dayOf(row.receivedOn),
  priority: row.priority as Priority,
  state: row.state as ReferralState,
  owner: row.owner,
  dueOn: row.dueOn && dayOf(row.dueOn),
  outcome: standing.outcome,
  urgent: standing.urgent,
  conflicts: standing.conflicts,
  changedAt: row.changedAt.toISOString(),
})

/** The sender's id is the only thing of a referral that somebody else may have taken. */
const refuseTaken = (error: unknown): never => {
  const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
  throw taken ? new Refused('referral-taken') : error
}

const newestFirst = [{ receivedOn: 'desc' }, { id: 'desc' }] as const

/** The referrals of the clinic. */
export const referralStore = (database: Database, clock: () => Date) => ({
  /** Takes in a referral once a key; a sender's id that is taken is refused. */
  receive: (referral: NewReferral, { by, accountId, retry }: Asking): Promise<Referral> =>
    once(database, retry, async (transaction, tell) => {
      const at = clock()
      const { id, event } = await receiveReferral(transaction, referral, { byId: accountId, at })
      tell({ by, entry: changeEntry({ id, patientId: referral.patientId }, { event }) })
      return readReferral(transaction, id, clinicDay(at))
    }).catch(refuseTaken),

  /** Gives a referral as it stands today; refused when there is none. */
  read: (id: string): Promise<Referral> => readReferral(database, id, clinicDay(clock())),

  /** Lists a patient's referrals, newest first; refused when there is no such patient. */
  async ofPatient(patientId: string): Promise<PatientReferrals> {
    const patient = await database.patient.findUnique({
      where: { id: patientId },
      include: { referrals: { include: { owner: namedOnly }, orderBy: [...newestFirst] } },
    })
    if (!patient) throw new Refused('not-found')
    refuseErased(patient)
    const { referrals } = patient
    const facts = await factsOf(
      database,
      referrals.map(({ id }) => id),
    )
    const standing = (id: string) =>
      standingColumns(facts(id), dayOf(patient.birthDate), clinicDay(clock()))
    return { referrals: referrals.map((row) => summaryOf(row, standing(row.id))) }
  },
})

export type ReferralStore = ReturnType<typeof referralStore>

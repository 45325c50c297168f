import type { PrintedKind } from '../contract.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'

type PatientOf = (database: Database, id: string) => Promise<string | undefined>

const itself: PatientOf = async (database, id) =>
  (await database.patient.findUnique({ where: { id } }))?.id

const ofScreening: PatientOf = async (database, id) => {
  const select = { patientId: true } as const
  return (await database.screening.findUnique({ where: { id }, select }))?.patientId
}

const ofReferral: PatientOf = async (database, id) => {
  const select = { patientId: true } as const
  return (await database.referral.findUnique({ where: { id }, select }))?.patientId
}

const patientOf: Record<PrintedKind, PatientOf> = {
  patient: itself,
  screening: ofScreening,
  handout: ofScreening,
  note: ofScreening,
  referral: ofReferral,
}

/** What can be printed. */
export const printStore = (database: Database) => ({
  /** Gives the patient whom something printed is about; refused when there is nothing of the kind. */
  async patientOf({ kind, id }: { kind: PrintedKind; id: string }): Promise<string> {
    const patientId = await patientOf[kind](database, id)
    if (patientId === undefined) throw new Refused('not-found')
    return patientId
  },
})

export type PrintStore = ReturnType<typeof printStore>

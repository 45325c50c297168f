import { Prisma } from '../../generated/prisma/client.ts'
import type { NewPatient, Patient, PatientsFound } from '../contract.ts'
import { refuseErased } from '../erased.ts'
import type { Asking } from '../idempotency/key.ts'
import { once, type Transaction } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { patientOf } from './patient-of.ts'
import { searchTerms } from './search-terms.ts'

const mostFound = 50

/** Prisma compares without case by ILIKE and leaves its wildcards in: they are escaped here. */
const literally = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

const same = (text: string) => ({ equals: literally(text), mode: 'insensitive' }) as const

const begins = (text: string) => ({ startsWith: literally(text), mode: 'insensitive' }) as const

function matching(text: string): Prisma.PatientWhereInput {
  const { mrn, names } = searchTerms(text)
  return {
    erasedAt: null,
    OR: [
      { mrn: same(mrn) },
      ...names
        .filter(({ family, given }) => family !== '' || given !== '')
        .map(({ family, given }) => ({
          ...(family !== '' && { familyName: begins(family) }),
          ...(given !== '' && { givenName: begins(given) }),
        })),
    ],
  }
}

/** Makes those who register the same MRN, in any case, wait for one another until their transaction ends. */
const oneAtATime = (transaction: Transaction, mrn: string) =>
  transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(lower(${mrn}), 0))`

/** An import may have registered the same MRN meanwhile, without waiting. */
const refuseTaken = (error: unknown): never => {
  const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
  throw taken ? new Refused('mrn-taken') : error
}

/** The patients of the clinic. */
export function patientStore(database: Database, clock: () => Date) {
  const insert = async (transaction: Transaction, patient: NewPatient, createdById: string) => {
    await oneAtATime(transaction, patient.mrn)
    const taken = await transaction.patient.findFirst({ where: { mrn: same(patient.mrn) } })
    if (taken) throw new Refused('mrn-taken')
    const birthDate = new Date(patient.birthDate)
    const data = { ...patient, birthDate, createdById, createdAt: clock() }
    return patientOf(await transaction.patient.create({ data }).catch(refuseTaken))
  }

  return {
    /** Registers a patient once a key; an MRN that is taken, in any case, is refused. */
    register: (patient: NewPatient, { by, accountId, retry }: Asking): Promise<Patient> =>
      once(database, retry, async (transaction, tell) => {
        const registered = await insert(transaction, patient, accountId)
        const { id } = registered
        const on = { kind: 'patient', id }
        const details = { after: { ...patient } }
        tell({ by, entry: { action: 'patient-registered', on, patientId: id, details } })
        return registered
      }),

    /** Finds patients by MRN or by the beginnings of their names: the first fifty, and how many there are. */
    async find(text: string): Promise<PatientsFound> {
      const where = matching(text)
      const orderBy = [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }] as const
      const [rows, total] = await Promise.all([
        database.patient.findMany({ where, orderBy: [...orderBy], take: mostFound }),
        database.patient.count({ where }),
      ])
      return { patients: rows.map(patientOf), total }
    },

    /** Gives a patient; refused when there is none. */
    async read(id: string): Promise<Patient> {
      const row = await database.patient.findUnique({ where: { id } })
      if (!row) throw new Refused('not-found')
      refuseErased(row)
      return patientOf(row)
    },
  }
}

export type PatientStore = ReturnType<typeof patientStore>

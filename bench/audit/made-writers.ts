import type { Database } from '../../apps/api/src/postgres/client.ts'
import type { Writer } from './writers.ts'

/** How many write at once. */
export const clients = 32

/** Makes a surgeon and a patient for each client. */
export async function makeWriters(owner: Database): Promise<Writer[]> {
  const { id: accountId } = await owner.account.create({
    data: {
      username: 'bench',
      displayName: 'An invented surgeon',
      passwordHash: '',
      role: 'surgeon',
    },
  })
  const patients = Array.from({ length: clients }, (_, number) => ({
    mrn: `BENCH-${number}`,
    familyName: 'Quillfeather',
    givenName: 'Odile',
    birthDate: new Date('1948-04-05'),
    sex: 'female' as const,
    createdById: accountId,
  }))
  const made = await owner.patient.createManyAndReturn({ data: patients })
  return made.map(({ id: patientId }) => ({ accountId, patientId }))
}

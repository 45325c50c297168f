import { addDays, type Findings } from '@kyphoscreen/rules'
import type { Prisma } from '../../generated/prisma/client.ts'
import { hashPassword } from '../accounts/password.ts'
import { appendEntries, type Told } from '../audit/append.ts'
import { clinicDay } from '../clinic-day.ts'
import type { Role } from '../contract.ts'
import { openDatabase } from '../postgres/client.ts'
import { screenedColumns } from '../screenings/screened-columns.ts'
import { formerPatients } from './invented-history.ts'
import { type InventedPatient, inventedPatients } from './invented-patients.ts'
import { seedReferrals } from './seed-referrals.ts'
import { prepareSignIns, type SignIns } from './sign-ins.ts'
import {
  toldOfAccount,
  toldOfDecision,
  toldOfPatient,
  toldOfReferral,
  toldOfScreening,
} from './told.ts'

const seedLock = 7042026111
const seedDeadlineMs = 30_000

const displayNames: Record<Role, string> = {
  surgeon: 'Demo surgeon',
  navigator: 'Demo navigator',
  admin: 'Demo admin',
}

const accountRows = (signIns: SignIns) =>
  Promise.all(
    signIns.map(async ({ role, username, password }) => ({
      role,
      username,
      displayName: displayNames[role],
      passwordHash: await hashPassword(password),
    })),
  )

const ageOn = (day: string, birthDate: string) =>
  Number(day.slice(0, 4)) -
  Number(birthDate.slice(0, 4)) -
  (day.slice(5) < birthDate.slice(5) ? 1 : 0)

const withAge = (findings: Findings, birthDate: string): Findings => ({
  ...findings,
  patient: { ...findings.patient, ageYears: ageOn(findings.assessedOn, birthDate) },
})

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

const addPatient = async (
  tx: Prisma.TransactionClient,
  { patient, screenings }: InventedPatient,
  authorId: string,
  { now, told }: { now: Date; told: Told[] },
) => {
  const today = clinicDay(now)
  const row = { ...patient, birthDate: new Date(patient.birthDate), createdById: authorId }
  const { id } = await tx.patient.create({ data: row })
  told.push(toldOfPatient(id, patient))
  for (const { daysAgo, findings } of screenings) {
    const assessedOn = addDays(today, -daysAgo)
    const columns = screenedColumns(withAge(findings(assessedOn), patient.birthDate))
    const screening = await tx.screening.create({
      data: { ...columns, patientId: id, authorId, recordedAt: noon(assessedOn) },
    })
    told.push(toldOfScreening(screening))
  }
}

const addFormerPatients = async (tx: Prisma.TransactionClient, createdById: string) => {
  const data = formerPatients.map((patient) => ({
    ...patient,
    ...{ birthDate: new Date(patient.birthDate), createdById },
  }))
  const rows = await tx.patient.createManyAndReturn({ data, select: { id: true } })
  return rows.flatMap(({ id }, at) => {
    const patient = formerPatients[at]
    return patient ? [toldOfPatient(id, patient)] : []
  })
}

const seed = async (tx: Prisma.TransactionClient, dataFolder: string, now: Date) => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${seedLock})`
  if ((await tx.account.count()) > 0) return
  const accounts = await tx.account.createManyAndReturn({
    data: await accountRows(await prepareSignIns(dataFolder)),
  })
  const surgeon = accounts.find(({ role }) => role === 'surgeon')
  const navigator = accounts.find(({ role }) => role === 'navigator')
  if (!surgeon || !navigator) return
  const told = accounts.map(toldOfAccount)
  for (const invented of inventedPatients) {
    await addPatient(tx, invented, surgeon.id, { now, told })
  }
  told.push(...(await addFormerPatients(tx, surgeon.id)))
  const made = { by: navigator, surgeonId: surgeon.id, now }
  const { referrals, screenings, decisions } = await seedReferrals(tx, made)
  told.push(...referrals.map(toldOfReferral), ...screenings.map(toldOfScreening))
  await appendEntries(tx, [...told, ...decisions.map(toldOfDecision)])
}

/** Fills a database that has no account yet with the demonstration's accounts, invented patients and their referrals, all or nothing. */
export const seedDemo = async (ownerUrl: string, dataFolder: string, now: Date): Promise<void> => {
  const owner = openDatabase(ownerUrl, { connections: 1 })
  try {
    await owner.$transaction((tx) => seed(tx, dataFolder, now), { timeout: seedDeadlineMs })
  } finally {
    await owner.$disconnect()
  }
}

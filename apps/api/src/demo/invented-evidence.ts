import { addDays, type Day, type LevelFacts, type LevelName } from '@kyphoscreen/rules'
import type { NewEvidence, Origin } from '../contract.ts'
import { careSince, noRedFlags, severePain } from './invented-facts.ts'

type Told = Omit<NewEvidence, 'origin'>

/** What one source told some days ago. */
export type InventedEvidence = { daysAgo: number; entry: (today: Day) => NewEvidence }

const from =
  (kind: Origin['kind'], name: string) =>
  (daysAgo: number, told: (today: Day) => Told): InventedEvidence => ({
    daysAgo,
    entry: (today) => ({ origin: { kind, name, on: addDays(today, -daysAgo) }, ...told(today) }),
  })

const letter = from('document', 'Referral letter')
const mriReport = from('document', 'MRI report')
const patientCall = from('phone-call', 'Call with the patient')
const practiceCall = from('phone-call', 'Call with the practice')
const examination = from('examination', 'Examination in the clinic')

const fracture =
  (level: LevelName, onsetDaysAgo: number, more: Partial<LevelFacts> = {}) =>
  (today: Day): Told => ({
    levels: [{ level, cause: 'osteoporosis', onsetOn: addDays(today, -onsetDaysAgo), ...more }],
  })

const acute = { mriFinding: 'acute', mriMarrowEdema: true } as const
const noRetropulsion = {
  retropulsion: 'none',
  canalCompromisePercent: 0,
  posteriorWall: 'intact',
} as const

const mriOf =
  (level: LevelName, daysAgo: number, facts: Partial<LevelFacts>) =>
  (today: Day): Told => ({
    levels: [{ level, mriPerformedOn: addDays(today, -daysAgo), ...facts }],
  })

const painAndCare =
  (careDays: number) =>
  (today: Day): Told => ({ patient: { ...severePain, ...careSince(today, careDays) } })

const redFlagsAsked = (): Told => ({ patient: noRedFlags })

/** What was told of each invented patient's referral, by the patient's MRN. */
export const inventedEvidence = {
  'DEMO-1001': [
    letter(9, fracture('L1', 38)),
    mriReport(7, mriOf('L1', 14, { ...acute, ...noRetropulsion, heightLossPercent: 30 })),
    patientCall(6, painAndCare(32)),
    examination(3, redFlagsAsked),
  ],
  'DEMO-1002': [
    letter(8, fracture('T12', 28)),
    mriReport(5, mriOf('T12', 8, acute)),
    patientCall(4, painAndCare(21)),
    examination(2, redFlagsAsked),
  ],
  'DEMO-1003': [
    letter(12, fracture('L3', 215)),
    mriReport(
      10,
      mriOf('L3', 14, { mriFinding: 'chronic', mriMarrowEdema: false, ...noRetropulsion }),
    ),
    patientCall(9, painAndCare(65)),
    examination(9, redFlagsAsked),
  ],
  'DEMO-1004': [
    letter(2, fracture('T11', 22, { cause: 'malignancy' })),
    mriReport(2, mriOf('T11', 6, { ...acute, retropulsion: 'mild', heightLossPercent: 45 })),
    patientCall(1, painAndCare(17)),
    examination(1, () => ({ patient: { ...noRedFlags, neurologicDeficit: true } })),
  ],
  'DEMO-1005': [
    letter(4, fracture('L2', 12)),
    mriReport(3, mriOf('L2', 7, { ...acute, ...noRetropulsion })),
    patientCall(2, painAndCare(9)),
    examination(2, redFlagsAsked),
  ],
  'DEMO-1007': [
    letter(6, fracture('L1', 30, { retropulsion: 'present-size-not-stated' })),
    mriReport(5, mriOf('L1', 11, { ...acute, ...noRetropulsion })),
    patientCall(3, painAndCare(25)),
    examination(3, redFlagsAsked),
  ],
  'DEMO-1008': [
    letter(10, fracture('T12', 76)),
    mriReport(8, mriOf('T12', 12, { ...acute, ...noRetropulsion })),
    patientCall(5, painAndCare(40)),
    examination(4, redFlagsAsked),
  ],
  'DEMO-1009': [
    letter(15, fracture('L4', 35)),
    practiceCall(12, () => ({
      patient: { ...severePain, qualityOfLifeNote: 'needs help to dress' },
    })),
  ],
  'DEMO-1010': [letter(20, fracture('T10', 60))],
} as const satisfies Record<string, readonly InventedEvidence[]>

import { addDays, type Day, type Findings } from '@kyphoscreen/rules'
import type { NewPatient } from '../contract.ts'
import { careSince, freshFracture, noRedFlags, severePain } from './invented-facts.ts'

/** An invented patient, and what was screened on which day before today, oldest first. */
export type InventedPatient = {
  patient: NewPatient
  screenings: { daysAgo: number; findings: (assessedOn: Day) => Findings }[]
}

const complete = (assessedOn: Day): Findings => ({
  assessedOn,
  patient: { ...noRedFlags, ...severePain, ...careSince(assessedOn, 24) },
  levels: [
    {
      level: 'L1',
      ...freshFracture(assessedOn, 30),
      retropulsion: 'none',
      canalCompromisePercent: 0,
      heightLossPercent: 30,
    },
  ],
})

const retropulsionNotRecorded = (assessedOn: Day): Findings => ({
  assessedOn,
  patient: { ...severePain, ...careSince(assessedOn, 19), neurologicDeficit: false },
  levels: [{ level: 'T12', ...freshFracture(assessedOn, 26) }],
})

const oldFracture = (assessedOn: Day): Findings => ({
  assessedOn,
  patient: { ...noRedFlags, ...severePain, ...careSince(assessedOn, 60) },
  levels: [
    {
      level: 'L3',
      cause: 'osteoporosis',
      onsetOn: addDays(assessedOn, -210),
      mriPerformedOn: addDays(assessedOn, -9),
      mriFinding: 'chronic',
      mriMarrowEdema: false,
      retropulsion: 'none',
    },
  ],
})

const legWeakness = (assessedOn: Day): Findings => ({
  assessedOn,
  patient: {
    ...noRedFlags,
    ...severePain,
    ...careSince(assessedOn, 16),
    neurologicDeficit: true,
  },
  levels: [
    {
      level: 'T11',
      ...freshFracture(assessedOn, 21),
      cause: 'malignancy',
      retropulsion: 'mild',
      heightLossPercent: 45,
    },
    { level: 'T12', ...freshFracture(assessedOn, 21), cause: 'malignancy', retropulsion: 'none' },
  ],
})

const careTooShort = (assessedOn: Day): Findings => ({
  assessedOn,
  patient: { ...noRedFlags, ...severePain, ...careSince(assessedOn, 8) },
  levels: [
    {
      level: 'L2',
      ...freshFracture(assessedOn, 11),
      retropulsion: 'none',
    },
  ],
})

const person = (
  mrn: string,
  familyName: string,
  givenName: string,
  birthDate: Day,
  sex: NewPatient['sex'],
): NewPatient => ({ mrn, familyName, givenName, birthDate, sex })

/** The demonstration's patients: nobody real, one for each outcome and some never screened. */
export const inventedPatients: readonly InventedPatient[] = [
  {
    patient: person('DEMO-1001', 'Ashgrove', 'Marjorie', '1948-04-05', 'female'),
    screenings: [
      { daysAgo: 12, findings: retropulsionNotRecorded },
      { daysAgo: 3, findings: complete },
    ],
  },
  {
    patient: person('DEMO-1002', 'Brindlewood', 'Desmond', '1955-09-17', 'male'),
    screenings: [{ daysAgo: 2, findings: retropulsionNotRecorded }],
  },
  {
    patient: person('DEMO-1003', 'Copperfieldt', 'Ingrid', '1943-01-30', 'female'),
    screenings: [{ daysAgo: 5, findings: oldFracture }],
  },
  {
    patient: person('DEMO-1004', 'Dunmarrow', 'Tobias', '1957-06-22', 'male'),
    screenings: [{ daysAgo: 1, findings: legWeakness }],
  },
  {
    patient: person('DEMO-1005', 'Elderquist', 'Noor', '1951-02-11', 'female'),
    screenings: [{ daysAgo: 1, findings: careTooShort }],
  },
  { patient: person('DEMO-1006', 'Fennimoor', 'Alasdair', '1949-12-03', 'male'), screenings: [] },
  { patient: person('DEMO-1007', 'Greywater', 'Philippa', '1946-08-19', 'female'), screenings: [] },
  { patient: person('DEMO-1008', 'Hollinbrook', 'Cyrus', '1952-03-27', 'male'), screenings: [] },
  { patient: person('DEMO-1009', 'Inglemere', 'Beatrix', '1940-10-08', 'female'), screenings: [] },
  { patient: person('DEMO-1010', 'Jessamond', 'Leopold', '1959-05-14', 'male'), screenings: [] },
]

import {
  type Fact,
  type LevelFact,
  type LevelFacts,
  type LevelName,
  type PatientFact,
  type PatientFacts,
  vertebraeInOrder,
} from './findings.ts'
import { lasting } from './remembered.ts'

/** Something that does not hold a verdict back and should still be written down. */
export type DocumentationGap = { fact: Fact; says: string; level?: LevelName | undefined }

const gapsOfPatients = {
  painScore: Object.freeze({
    fact: 'painScore',
    says: 'The pain is described in a word, without a score.',
  }),
  careModalities: Object.freeze({
    fact: 'careModalities',
    says: 'The kind of conservative care is not stated.',
  }),
  ageYears: Object.freeze({ fact: 'ageYears', says: 'The age is not recorded.' }),
} as const satisfies Partial<Record<PatientFact, DocumentationGap>>

function addPatientGaps(gaps: DocumentationGap[], patient: PatientFacts): void {
  if (patient.painSeverity !== undefined && patient.painScore === undefined) {
    gaps.push(gapsOfPatients.painScore)
  }
  if (patient.careModalities?.includes('unspecified')) gaps.push(gapsOfPatients.careModalities)
  if (patient.ageYears === undefined) gaps.push(gapsOfPatients.ageYears)
}

const atEveryLevel = (fact: Fact, says: string) =>
  new Map(vertebraeInOrder.map((level) => [level, Object.freeze({ fact, says, level })]))

const gapsOfLevels = {
  mriPerformedOn: atEveryLevel('mriPerformedOn', 'The date of the MRI is not recorded.'),
  onsetOn: atEveryLevel(
    'onsetOn',
    'The onset is not recorded, so the age of the fracture is not checked.',
  ),
  cause: atEveryLevel('cause', 'The cause of the fracture is not recorded.'),
} as const satisfies Partial<Record<LevelFact, unknown>>

function addLevelGaps(gaps: DocumentationGap[], level: LevelFacts): void {
  const add = (fact: keyof typeof gapsOfLevels) => {
    const gap = gapsOfLevels[fact].get(level.level)
    if (gap) gaps.push(gap)
  }
  const mriAnswered = level.mriFinding !== undefined || level.mriMarrowEdema !== undefined
  if (mriAnswered && level.mriPerformedOn === undefined) add('mriPerformedOn')
  if (level.onsetOn === undefined) add('onsetOn')
  if (level.cause === undefined) add('cause')
}

const none: DocumentationGap[] = lasting([])

/** Lists the gaps in what is recorded of each level and of the patient; they are frozen, for they are shared. */
export function documentationGapsOf(
  levels: readonly { level: LevelFacts }[],
  patient: PatientFacts,
): DocumentationGap[] {
  const gaps: DocumentationGap[] = []
  for (const { level } of levels) addLevelGaps(gaps, level)
  addPatientGaps(gaps, patient)
  return gaps.length === 0 ? none : gaps
}

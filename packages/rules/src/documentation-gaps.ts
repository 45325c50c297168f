import {
  type Fact,
  type LevelFact,
  type LevelFacts,
  type LevelName,
  type PatientFact,
  type PatientFacts,
  vertebraeInOrder,
} from './facts.ts'
import { lasting, memoryOf, type Place, withItem } from './remembered.ts'

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

const none: DocumentationGap[] = lasting([])
const listed = memoryOf<DocumentationGap[]>()

type Gaps = Place<DocumentationGap[]>

const withGap = (gaps: Gaps, gap: DocumentationGap | undefined): Gaps =>
  gap === undefined ? gaps : withItem(listed, gaps, gap)

function withLevelGaps(before: Gaps, facts: LevelFacts): Gaps {
  const { level, mriFinding, mriMarrowEdema, mriPerformedOn, onsetOn, cause } = facts
  const { mriPerformedOn: noMriDate, onsetOn: noOnset, cause: noCause } = gapsOfLevels
  const mriAnswered = mriFinding !== undefined || mriMarrowEdema !== undefined
  let gaps = before
  if (mriAnswered && mriPerformedOn === undefined) gaps = withGap(gaps, noMriDate.get(level))
  if (onsetOn === undefined) gaps = withGap(gaps, noOnset.get(level))
  if (cause === undefined) gaps = withGap(gaps, noCause.get(level))
  return gaps
}

function withPatientGaps(before: Gaps, patient: PatientFacts): Gaps {
  const { painScore, careModalities, ageYears } = gapsOfPatients
  const scored = patient.painSeverity === undefined || patient.painScore !== undefined
  let gaps = before
  if (!scored) gaps = withGap(gaps, painScore)
  if (patient.careModalities?.includes('unspecified')) gaps = withGap(gaps, careModalities)
  if (patient.ageYears === undefined) gaps = withGap(gaps, ageYears)
  return gaps
}

/** Lists the gaps in what is recorded of each level and of the patient; they are frozen, for they are shared. */
export function documentationGapsOf(
  levels: readonly { level: LevelFacts }[],
  patient: PatientFacts,
): DocumentationGap[] {
  let gaps = listed.first
  for (const { level } of levels) gaps = withLevelGaps(gaps, level)
  return withPatientGaps(gaps, patient).made ?? none
}

import fc from 'fast-check'
import { Findings } from '../src/index.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'

const isAccepted = (findings: Findings) => Findings.safeParse(findings).success

/** Findings of at most a number of levels, few enough for every combination of answers to be tried. */
export const findingsOfAtMost = (levels: number): fc.Arbitrary<Findings> =>
  arbitraryFindings
    .map((findings) => ({ ...findings, levels: findings.levels.slice(0, levels) }))
    .filter(isAccepted)

const keptFacts = [
  'level',
  'assessedOn',
  'patient',
  'levels',
  'onsetOn',
  'cause',
  'heightLossPercent',
  'earlyException',
]

const withFew = (facts: object, kept: readonly string[]) =>
  Object.fromEntries(
    Object.entries(facts).filter(([key]) => keptFacts.includes(key) || kept.includes(key)),
  )

const facts = [
  'mriFinding',
  'mriMarrowEdema',
  'mriPerformedOn',
  'retropulsion',
  'careStartedOn',
  'careDays',
  'careModalities',
  'careResponse',
  'painScore',
  'painScale',
  'painSeverity',
  'qualityOfLifeLimited',
  'painFromFracture',
  'mriNotPossible',
  'otherImagingActive',
  'canalCompromisePercent',
  'posteriorWall',
  'cordOrCaudaCompression',
  'ageYears',
] as const

/** Findings in which much of what the criteria wait for is missing, and benign lesions are common. */
export const sparseFindings = (levels: number): fc.Arbitrary<Findings> =>
  fc
    .tuple(
      findingsOfAtMost(levels),
      fc.subarray([...facts]),
      fc.nat(levels * 3),
      fc.subarray([...facts]),
    )
    .map(([findings, kept, benign, keptAtFirst]) =>
      Findings.safeParse({
        assessedOn: findings.assessedOn,
        patient: withFew(findings.patient ?? {}, kept),
        levels: findings.levels.map((level, index) => ({
          ...withFew(level, index === 0 ? keptAtFirst : kept),
          ...(index === benign ? { cause: 'benign-lesion' } : {}),
        })),
      }),
    )
    .filter(({ success }) => success)
    .map(({ data }) => data as Findings)

import type { Patient, Screening } from '@kyphoscreen/api/contract'
import { questions, writeDay } from '@kyphoscreen/rules'
import { writeName } from '../facts/write-patient.ts'
import { writeInstant } from '../instant.ts'
import { writeSources } from '../result/sources.tsx'
import {
  criterionWords,
  outcomeWords,
  shortOutcomeWords,
  standingOfResult,
  statusWords,
} from '../result/wording.ts'
import { type Standing, writeStandingDecision } from './note-decision.ts'
import { writtenFindings } from './written-findings.ts'

type Lines = readonly string[]

const part = (heading: string, lines: Lines): string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `- ${line}`)]

const at = (level: string | undefined) => (level === undefined ? '' : `${level}: `)

function head({ result, recordedAt, recordedBy }: Screening, patient: Patient | null): string[] {
  return [
    'KYPHOPLASTY SCREENING AGAINST DOCUMENTED CRITERIA',
    ...(patient
      ? [`${writeName(patient)}, born ${writeDay(patient.birthDate)}, MRN ${patient.mrn}`]
      : []),
    `Assessed on ${writeDay(result.assessedOn)}; recorded ${writeInstant(recordedAt)} by ${recordedBy.displayName}, ${recordedBy.role}.`,
    '',
    `${result.urgent ? 'URGENT. ' : ''}${outcomeWords[result.outcome]}.`,
    result.headline,
  ]
}

const criteria = ({ levels }: Screening['result']): string[] =>
  levels.flatMap(({ level, outcome, criteria: four }) => [
    '',
    `${level}: ${shortOutcomeWords[outcome]}`,
    ...four.map(
      ({ id, status, notYet, because, sources }, index) =>
        `${index + 1}. ${criterionWords[id]}: ${notYet ? 'Not met yet' : statusWords[status]}. ${because} [${writeSources(sources)}]`,
    ),
  ])

type Told = { patient: Patient | null; reading: string; decision: Standing }

/** Writes a recorded screening as plain text with the decision that stands on it, always in the same order; the patient is named only when given. `reading` says whether the reading was signed off. */
export function writeNote(screening: Screening, { patient, reading, decision }: Told): string {
  const { result, findings } = screening
  return [
    ...head(screening, patient),
    '',
    ...writeStandingDecision(decision),
    ...part(
      'Red flags',
      result.redFlags.map(({ says, urgent }) => (urgent ? `URGENT. ${says}` : says)),
    ),
    ...criteria(result),
    ...part(
      'Would settle it',
      result.settles.map(({ level, question }) => at(level) + question),
    ),
    ...part(
      'When the calendar changes it',
      result.nextChange ? [`${writeDay(result.nextChange.on)}: ${result.nextChange.what}`] : [],
    ),
    ...part(
      'Safety checks not recorded',
      result.notRecordedSafetyChecks.map(({ fact }) => questions[fact].short),
    ),
    ...part(
      'Cautions',
      result.cautions.map(({ level, says }) => at(level) + says),
    ),
    ...part(
      'Documentation gaps',
      result.documentationGaps.map(({ level, says }) => at(level) + says),
    ),
    ...part(
      'Keep in mind',
      result.advisories.map(({ says, sources }) => `${says} [${writeSources(sources)}]`),
    ),
    ...part(
      'Where the sources differ',
      result.conflicts.map(({ says }) => says),
    ),
    ...writtenFindings(findings).flatMap(({ heading, facts }) =>
      part(
        `Recorded: ${heading}`,
        facts.map(({ label, value }) => `${label}: ${value}`),
      ),
    ),
    '',
    `Ruleset ${result.ruleset.id} ${result.ruleset.version} (${result.ruleset.hash}). ${reading}`,
    standingOfResult,
    '',
  ].join('\n')
}

import { Date as CqlDate } from 'cql-execution'
import type { LevelFacts, PatientFacts } from '../../src/facts.ts'
import type { Findings } from '../../src/findings.ts'

const day = (written: string | undefined) => (written === undefined ? null : CqlDate.parse(written))

const patientTuple = (patient: PatientFacts) => ({
  ageYears: patient.ageYears ?? null,
  pregnant: patient.pregnant ?? null,
  painScore: patient.painScore ?? null,
  painScale: patient.painScale ?? null,
  painSeverity: patient.painSeverity ?? null,
  painFromFracture: patient.painFromFracture ?? null,
  qualityOfLifeLimited: patient.qualityOfLifeLimited ?? null,
  careModalitiesRecorded: patient.careModalities !== undefined,
  careModalities: patient.careModalities ?? [],
  careStartedOn: day(patient.careStartedOn),
  careDays: patient.careDays ?? null,
  careResponse: patient.careResponse ?? null,
  earlyException: patient.earlyException ?? null,
  neurologicDeficit: patient.neurologicDeficit ?? null,
  cordOrCaudaCompression: patient.cordOrCaudaCompression ?? null,
  activeInfection: patient.activeInfection ?? null,
  uncorrectedCoagulopathy: patient.uncorrectedCoagulopathy ?? null,
  cementAllergy: patient.cementAllergy ?? null,
  spinalInstability: patient.spinalInstability ?? null,
  epiduralTumor: patient.epiduralTumor ?? null,
})

const levelTuple = (level: LevelFacts) => ({
  level: level.level,
  onsetOn: day(level.onsetOn),
  cause: level.cause ?? null,
  mriPerformedOn: day(level.mriPerformedOn),
  mriFinding: level.mriFinding ?? null,
  mriMarrowEdema: level.mriMarrowEdema ?? null,
  mriNotPossible: level.mriNotPossible ?? null,
  otherImagingActive: level.otherImagingActive ?? null,
  retropulsion: level.retropulsion ?? null,
  canalCompromisePercent: level.canalCompromisePercent ?? null,
  posteriorWall: level.posteriorWall ?? null,
  heightLossPercent: level.heightLossPercent ?? null,
})

/** Writes findings as CQL tuples in which a fact that is not recorded is an explicit null; a list says beside it whether it is recorded. */
export const withExplicitNulls = ({ assessedOn, patient = {}, levels }: Findings) => ({
  assessedOn: day(assessedOn),
  patient: patientTuple(patient),
  levels: levels.map(levelTuple),
})

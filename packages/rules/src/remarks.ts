import { type CautionId, cautions, isOfThePatient } from './cautions.ts'
import type { PatientFacts } from './findings.ts'
import { questions } from './questions.ts'
import { type RedFlagFact, redFlagFacts, redFlags } from './red-flags.ts'
import { further, keep, lasting, memoryOf } from './remembered.ts'
import type { ScreeningResult } from './result.ts'
import type { LevelStanding } from './standing.ts'

type RedFlagsTold = ScreeningResult['redFlags']
type SafetyChecks = ScreeningResult['notRecordedSafetyChecks']
type CautionsTold = ScreeningResult['cautions']

const flagsBefore = memoryOf<RedFlagsTold>()

/** Tells the red flags that are recorded; the list is frozen, for it is shared. */
export function redFlagsTold(flags: readonly RedFlagFact[]): RedFlagsTold {
  let place = flagsBefore.first
  for (const fact of flags) place = further(place, fact)
  if (place.made !== undefined) return place.made
  return keep(flagsBefore, place, lasting(flags.map((fact) => ({ fact, ...redFlags[fact] }))))
}

const checksBefore = memoryOf<SafetyChecks>()

/** Lists the red flags that were never asked, which is not the same as absent; the list is frozen, for it is shared. */
export function safetyChecksNotRecorded(patient: PatientFacts): SafetyChecks {
  let place = checksBefore.first
  for (const fact of redFlagFacts) if (patient[fact] === undefined) place = further(place, fact)
  if (place.made !== undefined) return place.made
  const open = redFlagFacts.filter((fact) => patient[fact] === undefined)
  const told = open.map((fact) => ({ fact, question: questions[fact].question }))
  return keep(checksBefore, place, lasting(told))
}

const noCautions: CautionsTold = lasting([])

/** Tells the cautions of all levels, one of the patient once. */
export function cautionsTold(levels: readonly LevelStanding[]): CautionsTold {
  let told = noCautions
  for (const { level, cautions: found } of levels) {
    for (const id of found) told = withCaution(told, id, level.level)
  }
  return told
}

function withCaution(told: CautionsTold, id: CautionId, level: LevelStanding['level']['level']) {
  const says = cautions[id]
  if (!isOfThePatient(id)) return [...told, { id, level, says }]
  return told.some((one) => one.id === id) ? told : [...told, { id, says }]
}

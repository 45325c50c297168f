import { type CautionId, cautions, isOfThePatient } from './cautions.ts'
import type { LevelName, PatientFacts } from './facts.ts'
import { questions } from './questions.ts'
import { packedUnasked, type RedFlagFact, redFlagFacts, redFlags } from './red-flags.ts'
import { further, keep, lasting, memoryOf, withItem } from './remembered.ts'
import type { ScreeningResult } from './result.ts'
import type { LevelStanding } from './standing.ts'

type RedFlagsTold = ScreeningResult['redFlags']
type SafetyChecks = ScreeningResult['notRecordedSafetyChecks']
type CautionsTold = ScreeningResult['cautions']

const noFlags: RedFlagsTold = lasting([])
const flagsBefore = memoryOf<RedFlagsTold>()

/** Tells the red flags that are recorded; the list is frozen, for it is shared. */
export function redFlagsTold(flags: readonly RedFlagFact[]): RedFlagsTold {
  if (flags.length === 0) return noFlags
  let place = flagsBefore.first
  for (const fact of flags) place = further(place, fact)
  if (place.made !== undefined) return place.made
  return keep(flagsBefore, place, lasting(flags.map((fact) => ({ fact, ...redFlags[fact] }))))
}

const checksBefore = memoryOf<SafetyChecks>()

/** Lists the red flags that were never asked, which is not the same as absent; the list is frozen, for it is shared. */
export function safetyChecksNotRecorded(patient: PatientFacts): SafetyChecks {
  const place = further(checksBefore.first, packedUnasked(patient))
  if (place.made !== undefined) return place.made
  const open = redFlagFacts.filter((fact) => patient[fact] === undefined)
  const told = open.map((fact) => ({ fact, question: questions[fact].question }))
  return keep(checksBefore, place, lasting(told))
}

const noCautions: CautionsTold = lasting([])
const cautionsBefore = memoryOf<CautionsTold[number]>()

function cautionTold(id: CautionId, level: LevelName | undefined): CautionsTold[number] {
  const place = further(further(cautionsBefore.first, id), level)
  if (place.made !== undefined) return place.made
  const says = cautions[id]
  const told = level === undefined ? { id, says } : { id, level, says }
  return keep(cautionsBefore, place, Object.freeze(told))
}

const listed = memoryOf<CautionsTold>()

/** Tells the cautions of all levels, one of the patient once; the list is frozen, for it is shared. */
export function cautionsTold(levels: readonly LevelStanding[]): CautionsTold {
  let place = listed.first
  for (const { level, cautions: found } of levels) {
    for (let at = 0; at < found.length; at++) {
      const id = found[at] as CautionId
      const told = cautionTold(id, isOfThePatient(id) ? undefined : level.level)
      if (!place.made?.includes(told)) place = withItem(listed, place, told)
    }
  }
  return place.made ?? noCautions
}

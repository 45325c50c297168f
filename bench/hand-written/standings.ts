import { daysBetween, type Findings, type LevelFacts, type PatientFacts } from '@kyphoscreen/rules'
import type { Standing } from '../screening-outcome.ts'

/** How the fracture stands on MRI. */
export function fractureStanding(level: LevelFacts, assessedOn: string): Standing {
  const { mriFinding, mriMarrowEdema, mriPerformedOn, onsetOn } = level
  if (mriFinding === undefined && mriMarrowEdema === undefined) {
    return level.mriNotPossible && level.otherImagingActive ? 'needs-review' : 'unknown'
  }
  if (mriPerformedOn !== undefined && onsetOn !== undefined && mriPerformedOn < onsetOn) {
    return 'unknown'
  }
  if (mriFinding === 'no-fracture') return 'not-met'
  if (mriFinding === 'chronic') return mriMarrowEdema ? 'needs-review' : 'not-met'
  if (mriFinding === undefined && mriMarrowEdema === false) return 'not-met'
  if (mriFinding === 'indeterminate' || mriMarrowEdema === false) return 'needs-review'
  const old = onsetOn !== undefined && daysBetween(onsetOn, assessedOn) > 84
  return old ? 'needs-review' : 'met'
}

/** How conservative care stands. */
export function careStanding(patient: PatientFacts, findings: Findings): Standing {
  const { careResponse, careModalities, careStartedOn } = patient
  if (careResponse !== undefined && careResponse !== 'failed') return 'not-met'
  const days =
    careStartedOn === undefined ? patient.careDays : daysBetween(careStartedOn, findings.assessedOn)
  if (days === undefined) return everyOnsetRecent(findings) ? 'not-yet' : 'unknown'
  if (days < 14) return 'not-yet'
  if (careResponse === undefined || careModalities === undefined) return 'unknown'
  for (const modality of careModalities) {
    if (modality !== 'bed-rest' && modality !== 'other') return 'met'
  }
  return 'needs-review'
}

function everyOnsetRecent({ levels, assessedOn }: Findings): boolean {
  for (const { onsetOn } of levels) {
    if (onsetOn === undefined || daysBetween(onsetOn, assessedOn) >= 14) return false
  }
  return true
}

/** How the spinal canal stands. */
export function canalStanding(level: LevelFacts, patient: PatientFacts): Standing {
  const { retropulsion, canalCompromisePercent: canal, posteriorWall } = level
  if (retropulsion === 'significant' || (canal !== undefined && canal >= 20)) return 'not-met'
  if (retropulsion === 'mild' || retropulsion === 'present-size-not-stated') return 'needs-review'
  if ((canal !== undefined && canal > 0) || posteriorWall === 'disrupted') return 'needs-review'
  if (patient.cordOrCaudaCompression === true) return 'needs-review'
  return retropulsion === 'none' ? 'met' : 'unknown'
}

/** How the pain stands. */
export function painStanding(patient: PatientFacts): Standing {
  const { painScore, painScale, painSeverity: word, qualityOfLifeLimited } = patient
  if (patient.painFromFracture === false || qualityOfLifeLimited === false) return 'not-met'
  const otherWord = word !== undefined && word !== 'severe'
  if (painScore === undefined) {
    if (otherWord) return 'not-met'
    return word === undefined || qualityOfLifeLimited === undefined ? 'unknown' : 'met'
  }
  const ofTen = painScale === 'VAS-0-100' ? painScore / 10 : painScore
  if (ofTen < 5 && word !== 'severe') return 'not-met'
  if (ofTen < 7 || otherWord) return 'needs-review'
  return qualityOfLifeLimited === undefined ? 'unknown' : 'met'
}

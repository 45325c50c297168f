import { addDays } from '../day.ts'
import type { Findings } from '../findings.ts'
import { triedOn as assessedOn } from './seen-together.ts'

/** Findings that meet all four criteria with nothing left to ask. */
export const completeFindings: Findings = {
  assessedOn,
  patient: {
    ageYears: 74,
    pregnant: false,
    painScore: 8,
    painScale: 'NRS-0-10',
    painSeverity: 'severe',
    painFromFracture: true,
    qualityOfLifeLimited: true,
    careModalities: ['pain-medication'],
    careStartedOn: addDays(assessedOn, -20),
    careResponse: 'failed',
    neurologicDeficit: false,
    cordOrCaudaCompression: false,
    activeInfection: false,
    uncorrectedCoagulopathy: false,
    cementAllergy: false,
    spinalInstability: false,
    epiduralTumor: false,
  },
  levels: [
    {
      level: 'L1',
      onsetOn: addDays(assessedOn, -60),
      cause: 'osteoporosis',
      mriPerformedOn: addDays(assessedOn, -5),
      mriFinding: 'acute',
      mriMarrowEdema: true,
      retropulsion: 'none',
      canalCompromisePercent: 0,
      posteriorWall: 'intact',
      heightLossPercent: 30,
    },
  ],
}

/** Findings in which nothing is recorded but the level. */
export const emptyFindings: Findings = { assessedOn, levels: [{ level: 'L1' }] }

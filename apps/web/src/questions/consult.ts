import type { LevelFact } from '@kyphoscreen/rules'
import type { AskedOfPatient } from './entries.ts'

/** One part of the consult: facts asked of every level, `more` of them rarely, or of the patient. */
export type ConsultPart =
  | {
      heading: string
      hint?: string
      of: 'level'
      facts: readonly LevelFact[]
      more?: readonly LevelFact[]
    }
  | { heading: string; hint?: string; of: 'patient'; facts: readonly AskedOfPatient[] }

/** The questions but the red flags, in the order of the consult. */
export const consult: readonly ConsultPart[] = [
  {
    heading: 'MRI',
    of: 'level',
    facts: ['mriFinding', 'mriMarrowEdema', 'mriPerformedOn'],
    more: ['mriNotPossible', 'otherImaging', 'otherImagingActive'],
  },
  { heading: 'Onset and cause', of: 'level', facts: ['onsetOn', 'cause'] },
  {
    heading: 'Conservative care',
    hint: 'Give the start or the number of days. Leave all kinds unticked when it is not recorded what was tried.',
    of: 'patient',
    facts: ['careStartedOn', 'careDays', 'careModalities', 'careResponse', 'earlyException'],
  },
  {
    heading: 'Spinal canal and vertebra',
    of: 'level',
    facts: ['retropulsion', 'canalCompromisePercent', 'posteriorWall', 'heightLossPercent'],
  },
  {
    heading: 'Pain',
    of: 'patient',
    facts: [
      'painScale',
      'painScore',
      'painSeverity',
      'painFromFracture',
      'painTrend',
      'hospitalizedForPain',
    ],
  },
  {
    heading: 'Quality of life',
    of: 'patient',
    facts: ['qualityOfLifeLimited', 'qualityOfLifeNote', 'oswestry', 'rolandMorris'],
  },
]

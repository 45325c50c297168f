import { describe, expect, it } from 'vitest'
import { ruleset } from '../src/index.ts'

describe('the ruleset', () => {
  it('tells which facts each criterion needs and which it considers', () => {
    expect(ruleset.criteria.map(({ needs, considers }) => ({ needs, considers }))).toEqual([
      {
        needs: ['mriFinding'],
        considers: [
          'mriMarrowEdema',
          'mriPerformedOn',
          'onsetOn',
          'mriNotPossible',
          'otherImagingActive',
        ],
      },
      {
        needs: ['careStartedOn', 'careModalities', 'careResponse'],
        considers: ['onsetOn', 'careDays'],
      },
      {
        needs: ['retropulsion'],
        considers: ['canalCompromisePercent', 'posteriorWall', 'cordOrCaudaCompression'],
      },
      {
        needs: ['painScore', 'qualityOfLifeLimited'],
        considers: ['painScale', 'painSeverity', 'painFromFracture'],
      },
    ])
  })

  it('is named, and says that no clinician has signed it off', () => {
    expect(ruleset.id).toBe('documented-criteria')
    expect(ruleset.signedOff).toBe(false)
  })
})

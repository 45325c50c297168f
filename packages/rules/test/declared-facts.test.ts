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

  it('is named, and its newest version is the one in force', () => {
    expect(ruleset.id).toBe('documented-criteria')
    const { version, hash } = ruleset
    expect(ruleset.releases.at(-1)).toMatchObject({ version, hash })
  })

  it('says in words what it cannot know, and what each version changed', () => {
    const limits = ruleset.limits.map(({ id, says }) => `${id}: ${says}`)
    const changes = ruleset.releases.map(({ version, changed }) => `${version}: ${changed}`)
    expect(new Set([...limits, ...changes]).size).toBe(limits.length + changes.length)
    for (const text of [...limits, ...changes]) expect(text).toMatch(/^[\w.-]+: [A-Z].{40,}\.$/)
  })
})

import { importTargets, neededTargets } from '@kyphoscreen/api/contract'
import { describe, expect, it } from 'vitest'
import { leftOut, mappingProblems, withTarget } from './mapping.ts'
import { targetGroups, targetWords } from './target-words.ts'

const whole = neededTargets.map((to) => ({ column: to, to }))

describe('What the columns of a file tell', () => {
  it('is complete when every needed column is told once', () => {
    expect(mappingProblems(whole)).toEqual([])
  })

  it('lacks what no column tells', () => {
    const [problem, ...more] = mappingProblems(withTarget(whole, 0, null))
    expect(problem?.says).toBe('No column tells: MRN. Choose it for a column.')
    expect(more).toEqual([])
  })

  it('is told once', () => {
    const twice = [...whole, { column: 'chart number', to: 'mrn' }]
    expect(mappingProblems(twice)).toEqual([
      { id: 'column-9', says: 'MRN is chosen for “mrn” and “chart number”. Choose it once.' },
    ])
  })

  it('names the columns that are left out', () => {
    expect(leftOut([...whole, { column: 'ward', to: null }])).toEqual(['ward'])
  })

  it('has different words for everything a column can tell', () => {
    const words = importTargets.map(targetWords)
    expect(new Set(words).size).toBe(importTargets.length)
    expect(words.filter((word) => word === '' || importTargets.includes(word))).toEqual([])
  })

  it('is offered once, in groups', () => {
    expect([...targetGroups.keys()]).toEqual([
      'Patient',
      'Referral',
      'Findings',
      'Level 1',
      'Level 2',
      'Level 3',
    ])
    expect([...targetGroups.values()].flat().sort()).toEqual([...importTargets].sort())
  })
})

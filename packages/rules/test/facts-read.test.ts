import { describe, expect, it } from 'vitest'
import { manyFindings } from '../src/atlas/readers.ts'
import { readersOfFacts, redFlagFacts } from '../src/index.ts'

const read = readersOfFacts()

describe('what reads each fact', () => {
  it('is found from few findings as it is from many', () => {
    expect(read).toEqual(readersOfFacts(manyFindings))
  }, 60_000)

  it('is nothing for evidence alone', () => {
    const unread = read.filter(({ criteria, parts }) => criteria.length + parts.length === 0)
    expect(unread.map(({ fact }) => fact)).toEqual([
      'otherImaging',
      'painTrend',
      'qualityOfLifeNote',
      'oswestry',
      'rolandMorris',
      'hospitalizedForPain',
    ])
  })

  it('is the cautions and a documentation gap for the age, and no criterion', () => {
    const age = read.find(({ fact }) => fact === 'ageYears')
    expect(age).toMatchObject({ criteria: [], parts: ['cautions', 'documentation gaps'] })
  })

  it('is the red flags for each red flag', () => {
    const flags = read.filter(({ parts }) => parts.includes('red flags'))
    expect(new Set(flags.map(({ fact }) => fact))).toEqual(new Set(redFlagFacts))
  })
})

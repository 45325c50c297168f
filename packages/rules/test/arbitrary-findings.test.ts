import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Findings, screen } from '../src/index.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'
import { tenThousandFindings } from './ten-thousand-findings.ts'

const drawn = tenThousandFindings()

const onAndBeside = {
  'days since onset': [13, 14, 84, 85],
  'days of care': [13, 14, 42, 43],
  'pain of 10': [4.9, 5, 6.9, 7],
  'canal %': [0, 0.1, 19.9, 20],
  'height loss %': [66.9, 67],
  'age in years': [17, 18],
}

function numbersIn({ assessedOn, patient = {}, levels }: Findings) {
  const since = (day: string | undefined) =>
    day === undefined ? undefined : (Date.parse(assessedOn) - Date.parse(day)) / 86_400_000
  const { painScore, painScale, careStartedOn, careDays, ageYears } = patient
  return {
    'days since onset': levels.map(({ onsetOn }) => since(onsetOn)),
    'days of care': [since(careStartedOn) ?? careDays],
    'pain of 10': [painScale === 'VAS-0-100' ? (painScore ?? 0) / 10 : painScore],
    'canal %': levels.map(({ canalCompromisePercent }) => canalCompromisePercent),
    'height loss %': levels.map(({ heightLossPercent }) => heightLossPercent),
    'age in years': [ageYears],
  }
}

describe('the random findings', () => {
  it('are all accepted by the schema', () => {
    expect(drawn.filter((findings) => !Findings.safeParse(findings).success)).toEqual([])
  }, 30_000)

  it('lie on and beside each threshold at least ten times in 10,000', () => {
    const seen = new Map<string, number>()
    for (const findings of drawn) {
      for (const [name, numbers] of Object.entries(numbersIn(findings))) {
        for (const number of numbers)
          seen.set(`${name} ${number}`, (seen.get(`${name} ${number}`) ?? 0) + 1)
      }
    }
    const seldom = Object.entries(onAndBeside).flatMap(([name, numbers]) =>
      numbers.map((number) => `${name} ${number}`).filter((key) => (seen.get(key) ?? 0) < 10),
    )
    expect(seldom).toEqual([])
  }, 30_000)

  it('come to each outcome and to each status of each criterion at least 100 times in 10,000', () => {
    const seen = new Map<string, number>()
    const count = (key: string) => seen.set(key, (seen.get(key) ?? 0) + 1)
    for (const findings of drawn) {
      const result = screen(findings)
      count(result.outcome)
      for (const { criteria } of result.levels) {
        for (const { id, status, notYet } of criteria)
          count(`${id} ${status}${notYet ? ' yet' : ''}`)
      }
    }
    expect([seen.size, [...seen].filter(([, times]) => times < 100)]).toEqual([21, []])
  }, 30_000)

  it('shrink to one level with nothing recorded', () => {
    let last: Findings | undefined
    fc.check(
      fc.property(arbitraryFindings, (findings) => {
        last = findings
        return false
      }),
      { seed: 1 },
    )
    expect(last?.levels).toHaveLength(1)
    expect(Object.keys(last?.patient ?? {})).toEqual([])
  })
})

import { expect, it } from 'vitest'
import type { Findings } from './findings.ts'
import { standing } from './standing.ts'
import { standingLater } from './standing-later.ts'

const findings: Findings = {
  assessedOn: '2026-11-21',
  patient: { careResponse: 'failed' },
  levels: [
    { level: 'L1', onsetOn: '2026-11-15', mriFinding: 'acute' },
    { level: 'L3', onsetOn: '2026-11-20' },
  ],
}

const now = standing(findings)
const after = (days: number, on: string) => ({ on, days, patient: findings.patient ?? {} })
const codes = ({ levels }: typeof now) =>
  levels.map(({ judgements }) => judgements.map(({ code }) => code))

it('is seen on the later day, when the oldest fracture is older by as many days', () => {
  const { levels } = standingLater(now, after(8, '2026-11-29'))
  expect(now.levels.map(({ seen }) => seen.oldestFractureDays)).toEqual([6, 6])
  expect(levels.map(({ seen }) => [seen.assessedOn, seen.oldestFractureDays])).toEqual([
    ['2026-11-29', 14],
    ['2026-11-29', 14],
  ])
})

it('does not know the age of the oldest fracture later when it is not known now', () => {
  const unknown = standing({ ...findings, levels: [{ level: 'L1' }] })
  const { levels } = standingLater(unknown, after(8, '2026-11-29'))
  expect(levels[0]?.seen.oldestFractureDays).toBeUndefined()
})

it('judges anew only what holds until that day', () => {
  const codesNow = codes(now)
  expect(codesNow.map(([, care]) => care)).toEqual(['fracture-too-recent', 'fracture-too-recent'])
  expect(codes(standingLater(now, after(8, '2026-11-29')))).toEqual(
    codesNow.map(([fracture, , ...others]) => [fracture, 'not-recorded', ...others]),
  )
  expect(codes(standingLater(now, after(9, '2026-11-30')))).toEqual(codesNow)
})

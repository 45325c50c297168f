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
const later = { on: '2026-11-29', days: 8, patient: findings.patient ?? {} }
const notHeld = { fracture: undefined, retropulsion: undefined }
const codes = ({ levels }: typeof now) =>
  levels.map(({ judgements }) => judgements.map(({ code }) => code))

it('is seen on the later day, when the oldest fracture is older by as many days', () => {
  const held = { care: undefined, pain: undefined, levels: [notHeld, notHeld] }
  const { levels } = standingLater(now, later, held)
  expect(now.levels.map(({ seen }) => seen.oldestFractureDays)).toEqual([6, 6])
  expect(levels.map(({ seen }) => [seen.assessedOn, seen.oldestFractureDays])).toEqual([
    ['2026-11-29', 14],
    ['2026-11-29', 14],
  ])
})

it('does not know the age of the oldest fracture later when it is not known now', () => {
  const unknown = standing({ ...findings, levels: [{ level: 'L1' }] })
  const held = { care: undefined, pain: undefined, levels: [notHeld] }
  expect(standingLater(unknown, later, held).levels[0]?.seen.oldestFractureDays).toBeUndefined()
})

it('judges anew only what holds until that day', () => {
  const held = { care: undefined, pain: undefined, levels: [notHeld, notHeld] }
  const codesNow = codes(now)
  expect(codesNow[0]).toContain('fracture-too-recent')
  expect(codes(standingLater(now, later, held))).toEqual(codesNow)
  const anew = codes(standingLater(now, later, { ...held, care: later.on }))
  expect(anew).toEqual(
    codesNow.map((all) =>
      all.map((code) => (code === 'fracture-too-recent' ? 'not-recorded' : code)),
    ),
  )
})

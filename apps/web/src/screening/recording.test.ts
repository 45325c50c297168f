import { Findings } from '@kyphoscreen/rules'
import { expect, it } from 'vitest'
import { recordingKey } from './recording.ts'

const findings = (levels: unknown[]) => Findings.parse({ assessedOn: '2026-11-21', levels })

it('keeps the key for the same findings, whatever the order of their keys', () => {
  const one = findings([{ level: 'L1', mriFinding: 'acute' }])
  const other = findings([{ mriFinding: 'acute', level: 'L1' }])
  expect(recordingKey('form', one)).toBe(recordingKey('form', other))
})

it('takes another key once the findings change', () => {
  const one = findings([{ level: 'L1', mriFinding: 'acute' }])
  const other = findings([{ level: 'L1', mriFinding: 'chronic' }])
  expect(recordingKey('form', one)).not.toBe(recordingKey('form', other))
})

it('takes another key for the same findings on another form', () => {
  const same = findings([{ level: 'L1' }])
  expect(recordingKey('form', same)).not.toBe(recordingKey('other form', same))
})

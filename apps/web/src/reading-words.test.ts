import type { SignOff } from '@kyphoscreen/api/contract'
import { expect, it } from 'vitest'
import { readingNotKnown, writeReadingThen } from './reading-words.ts'

const ruleset = { id: 'documented-criteria', version: '1.0.1', hash: 'sha256:1' }
const at = (time: string) => `2026-11-21T${time}:00.000Z`

const signed = (id: string, when: string, withdrawnAt?: string): SignOff => ({
  id,
  ruleset,
  note: 'Read.',
  signedAt: at(when),
  signedBy: { displayName: `Dr. ${id}`, role: 'surgeon' },
  withdrawn: withdrawnAt
    ? { reason: 'Misread.', at: at(withdrawnAt), by: { displayName: 'Admin', role: 'admin' } }
    : null,
})

it('calls a reading that nobody signed a draft, live and recorded', () => {
  expect(writeReadingThen([], ruleset)).toBe('This is a draft reading, not signed off.')
  expect(writeReadingThen([], ruleset, at('10:00'))).toBe(
    'This was a draft reading, not signed off, when it was recorded.',
  )
})

it('names who signed and the day', () => {
  expect(writeReadingThen([signed('Ash', '09:00')], ruleset)).toBe(
    'This is a reading signed off by Dr. Ash on 21-Nov-2026.',
  )
})

it('says of a recorded screening both when the sign-off came later', () => {
  expect(writeReadingThen([signed('Ash', '11:00')], ruleset, at('10:00'))).toBe(
    'This was a draft reading, not signed off, when it was recorded. Now it is a reading signed off by Dr. Ash on 21-Nov-2026.',
  )
})

it('says of a recorded screening both when the sign-off was withdrawn since', () => {
  expect(writeReadingThen([signed('Ash', '09:00', '11:00')], ruleset, at('10:00'))).toBe(
    'This was a reading signed off by Dr. Ash on 21-Nov-2026, when it was recorded. Now it is a draft reading, not signed off.',
  )
})

it('counts the moment of signing and of withdrawing as signed and as withdrawn', () => {
  const signOffs = [signed('Ash', '09:00', '11:00')]
  expect(writeReadingThen(signOffs, ruleset, at('09:00'))).toContain('signed off by Dr. Ash')
  expect(writeReadingThen(signOffs, ruleset, at('11:00'))).toBe(
    'This was a draft reading, not signed off, when it was recorded.',
  )
})

it('takes no sign-off of another version or hash for its own', () => {
  const signOffs = [signed('Ash', '09:00')]
  for (const other of [{ version: '1.0.0' }, { hash: 'sha256:2' }, { id: 'other' }]) {
    expect(writeReadingThen(signOffs, { ...ruleset, ...other })).toContain('not signed off')
  }
})

it('never says signed off while the sign-offs could not be read', () => {
  expect(writeReadingThen(undefined, ruleset)).toBe(readingNotKnown)
  expect(readingNotKnown).toContain('not signed off')
})

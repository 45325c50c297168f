import { expect, it } from 'vitest'
import { type StatusChange, writeChanges } from './write-changes.ts'

const at = (level: 'L1' | 'L2', change: Partial<StatusChange> = {}): StatusChange => ({
  criterion: 'no-significant-retropulsion',
  level,
  from: 'met',
  to: 'unknown',
  ...change,
})

const written = (...changes: StatusChange[]) => writeChanges(changes, 'meets', 'meets')

it('tells a change that is alike at two levels once', () => {
  expect(written(at('L1'), at('L2'))).toBe(
    'By the calendar alone, "no significant retropulsion" at L1 and L2 goes from met to not known; the outcome stays "meets".',
  )
})

it.each([
  ['of another criterion', { criterion: 'active-fracture-on-mri' }],
  ['from another status', { from: 'needs-review' }],
  ['to another status', { to: 'not-met' }],
] as const)('tells a change %s apart', (_, change) => {
  const told = written(at('L1'), at('L2', change))
  expect(told.match(/ at L1 goes from /g)).toHaveLength(1)
  expect(told.match(/ at L2 goes from /g)).toHaveLength(1)
})

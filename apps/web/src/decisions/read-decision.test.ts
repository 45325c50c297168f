import type { ShownResult } from '@kyphoscreen/api/contract'
import { describe, expect, it } from 'vitest'
import { blankDecision, type DecisionTyped } from './decision-typed.ts'
import { decisionSchema } from './read-decision.ts'

const meets: ShownResult = { outcome: 'meets', levels: [{ level: 'L1', outcome: 'meets' }] }

const read = (typed: Partial<DecisionTyped>, result = meets) =>
  decisionSchema(result).safeParse({ ...blankDecision, password: 'p', ...typed })

const problems = (typed: Partial<DecisionTyped>, result = meets) =>
  read(typed, result).error?.issues.map(({ path, message }) => [path.join(), message])

describe('what is typed of a decision', () => {
  it('names every problem of an empty form at once', () => {
    expect(problems({ password: '' })).toEqual([
      ['kind', 'Choose what was decided.'],
      ['password', 'Type your password.'],
    ])
  })

  it('is read for a lone level that is ticked, and refused while it is not', () => {
    const kind = 'plan-kyphoplasty'
    expect(read({ kind, levels: 'L1' }).data).toMatchObject({ kind, levels: ['L1'], reason: null })
    expect(problems({ kind, levels: false })).toEqual([['levels', 'Tick at least one level.']])
  })

  it('of another kind is left where it is and not sent', () => {
    const typed = { kind: 'not-pursued', levels: ['L1'], until: 'nonsense', reason: 'x' }
    expect(problems(typed)).toEqual([['reason', 'Choose why this departs from the outcome.']])
    const outcome = 'does-not-meet'
    expect(read(typed, { outcome, levels: [{ level: 'L1', outcome }] }).data).toEqual({
      kind: 'not-pursued',
      note: null,
      reason: null,
      password: 'p',
    })
  })

  it('needs a text with a reason that says little alone', () => {
    const typed = { kind: 'not-pursued', reason: 'not-feasible/not-feasible-otherwise' }
    expect(problems(typed)).toEqual([['reasonText', 'Say more about the reason.']])
    expect(read({ ...typed, reasonText: ' the road is closed ' }).data?.reason).toEqual({
      group: 'not-feasible',
      code: 'not-feasible-otherwise',
      text: 'the road is closed',
    })
  })

  it('of waiting names a day after today', () => {
    const reason = 'patient-preference/wishes-to-wait'
    expect(problems({ kind: 'defer', until: '0d', reason })?.[0]?.[0]).toBe('until')
    expect(problems({ kind: 'defer', until: '', reason })).toEqual([
      ['until', 'Until is needed, such as 05-Nov-2026.'],
    ])
    expect(read({ kind: 'defer', until: '+2w', reason }).success).toBe(true)
  })
})

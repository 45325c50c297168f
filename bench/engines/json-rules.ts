import type { Findings } from '@kyphoscreen/rules'
import { Engine, type NestedCondition } from 'json-rules-engine'
import type { LevelAnswer } from '../screening-outcome.ts'
import type { DecisionList, Test, When } from './decision-list.ts'
import { inTurn } from './in-turn.ts'
import { inputsOf } from './inputs.ts'
import type { Policy } from './policy.ts'

function conditionOf(when: When): NestedCondition {
  if ('all' in when) return { all: when.all.map(conditionOf) }
  return 'any' in when ? { any: when.any.map(conditionOf) } : comparison(when)
}

function comparison(test: Test) {
  if ('absent' in test) return { fact: test.absent, operator: 'equal', value: undefined }
  if ('equal' in test) return { fact: test.is, operator: 'equal', value: test.equal }
  if ('oneOf' in test) return { fact: test.is, operator: 'in', value: test.oneOf }
  if ('below' in test) return { fact: test.is, operator: 'lessThan', value: test.below }
  return 'from' in test
    ? { fact: test.is, operator: 'greaterThanInclusive', value: test.from }
    : { fact: test.is, operator: 'greaterThan', value: test.over }
}

function engineOf(lists: readonly DecisionList[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true })
  for (const { name, clauses } of lists) {
    for (const [index, [when, gives]] of clauses.entries()) {
      engine.addRule({
        priority: clauses.length - index,
        conditions: { all: [conditionOf(when)] },
        event: { type: name, params: { gives } },
      })
    }
  }
  return engine
}

/** json-rules-engine: a rule a clause, earlier clauses with higher priority; the first event counts. */
export function jsonRules({ criteria, outcome }: Policy) {
  const standingEngine = engineOf(criteria)
  const outcomeEngine = engineOf([outcome])
  return (cohort: readonly Findings[]) =>
    inTurn(cohort, async (findings, level) => {
      const inputs = inputsOf(findings, level)
      const { events } = await standingEngine.run(inputs)
      for (const { name, otherwise } of criteria) {
        inputs[name] = events.find(({ type }) => type === name)?.params?.['gives'] ?? otherwise
      }
      const [first] = (await outcomeEngine.run(inputs)).events
      const answer = {
        outcome: first?.params?.['gives'] ?? outcome.otherwise,
        canal: inputs['canal'],
      }
      return answer as LevelAnswer
    })
}

import type { Findings, Outcome } from '@kyphoscreen/rules'
import { LogicEngine } from 'json-logic-engine'
import { type LevelAnswer, outcomeOfLevels } from '../screening-outcome.ts'
import type { DecisionList, When } from './decision-list.ts'
import { type Inputs, inputsOf } from './inputs.ts'
import type { Policy } from './policy.ts'

function logicOf(when: When): object {
  if ('all' in when) return { and: when.all.map(logicOf) }
  if ('any' in when) return { or: when.any.map(logicOf) }
  if ('absent' in when) return { '===': [{ var: when.absent }, null] }
  const value = { var: when.is }
  if ('equal' in when) return { '===': [value, when.equal] }
  if ('oneOf' in when) return { in: [value, when.oneOf] }
  if ('below' in when) return { '<': [value, when.below] }
  return 'from' in when ? { '>=': [value, when.from] } : { '>': [value, when.over] }
}

const choice = ({ clauses, otherwise }: DecisionList) => ({
  if: [...clauses.flatMap(([when, gives]) => [logicOf(when), gives]), otherwise],
})

/** json-logic-engine: the criteria as one compiled expression, the outcome as another. */
export function jsonLogic({ criteria, outcome }: Policy) {
  const engine = new LogicEngine()
  const standingsOf = engine.build({
    eachKey: Object.fromEntries(criteria.map((list) => [list.name, choice(list)])),
  }) as (inputs: Inputs) => Pick<LevelAnswer, 'canal'>
  const outcomeOf = engine.build(choice(outcome)) as (inputs: Inputs) => Outcome
  return (cohort: readonly Findings[]): Outcome[] =>
    cohort.map((findings) =>
      outcomeOfLevels(findings.levels, (level) => {
        const inputs = inputsOf(findings, level)
        const standings = standingsOf(inputs)
        return { outcome: outcomeOf(Object.assign(inputs, standings)), canal: standings.canal }
      }),
    )
}

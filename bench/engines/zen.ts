import { ZenEngine } from '@gorules/zen-engine'
import type { Findings } from '@kyphoscreen/rules'
import type { LevelAnswer } from '../screening-outcome.ts'
import type { DecisionList, When } from './decision-list.ts'
import { inTurn } from './in-turn.ts'
import { inputsOf } from './inputs.ts'
import type { Policy } from './policy.ts'

function expressionOf(when: When): string {
  if ('all' in when) return `(${when.all.map(expressionOf).join(' and ')})`
  if ('any' in when) return `(${when.any.map(expressionOf).join(' or ')})`
  if ('absent' in when) return `${when.absent} == null`
  if ('equal' in when) return `${when.is} == ${JSON.stringify(when.equal)}`
  if ('oneOf' in when) return `${when.is} in ${JSON.stringify(when.oneOf)}`
  if ('below' in when) return `${when.is} < ${when.below}`
  return 'from' in when ? `${when.is} >= ${when.from}` : `${when.is} > ${when.over}`
}

const tableOf = ({ name, clauses, otherwise }: DecisionList) => ({
  id: name,
  name,
  type: 'decisionTableNode',
  content: {
    hitPolicy: 'first',
    passThrough: true,
    inputs: [{ id: 'when', name: 'when' }],
    outputs: [{ id: 'gives', name: 'gives', field: name }],
    rules: [
      ...clauses.map(([when, gives], row) => ({
        _id: `${row}`,
        when: expressionOf(when),
        gives: `'${gives}'`,
      })),
      { _id: 'otherwise', when: '', gives: `'${otherwise}'` },
    ],
  },
})

const edge = (sourceId: string, targetId: string) => ({
  id: `${sourceId}-${targetId}`,
  sourceId,
  targetId,
  type: 'edge',
})

const graphOf = ({ criteria, outcome }: Policy) => ({
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode' },
    ...[...criteria, outcome].map(tableOf),
    { id: 'out', name: 'out', type: 'outputNode' },
  ],
  edges: [
    ...criteria.flatMap(({ name }) => [edge('in', name), edge(name, outcome.name)]),
    edge(outcome.name, 'out'),
  ],
})

/** @gorules/zen-engine: one decision, made once, with a decision table a criterion and one for the outcome. */
export function zen(policy: Policy) {
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graphOf(policy))))
  return (cohort: readonly Findings[]) =>
    inTurn(cohort, async (findings, level) => {
      const { result } = await decision.evaluate(inputsOf(findings, level))
      return result as LevelAnswer
    })
}

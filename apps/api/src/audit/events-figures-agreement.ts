import { type Agreement, type DecisionsCounted, fewestForKappa } from '../contract.ts'
import { countOf } from './events-figures-decided.ts'
import { kappaOf } from './kappa.ts'

type Pairs = Agreement['pairs']

const kappaTold = (pairs: Pairs, counted: number): Agreement['kappa'] => {
  if (counted < fewestForKappa) return { state: 'too-few' }
  const found = kappaOf(pairs)
  return found === null ? { state: 'one-sided' } : { state: 'told', ...found }
}

/**
 * Holds decisions against the outcomes that answer. Each that departs is a disagreement, as it was stored, and nothing
 * else is: on `meets`, planned is what was planned as the outcome supports it; on `does-not-meet`, whatever was planned.
 */
export function agreementOf(decisions: readonly DecisionsCounted[]): Agreement {
  const having = (outcome: DecisionsCounted['outcome'], departing: boolean) =>
    countOf(decisions.filter((one) => one.outcome === outcome && one.departs === departing))
  const pairs: Pairs = [
    [having('meets', false), having('meets', true)],
    [having('does-not-meet', true), having('does-not-meet', false)],
  ]
  const counted = pairs.flat().reduce((all, count) => all + count, 0)
  return { pairs, leftOut: countOf(decisions) - counted, kappa: kappaTold(pairs, counted) }
}

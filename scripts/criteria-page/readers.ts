import {
  checkFindings,
  type Fact,
  type Findings,
  type ScreeningResult,
  screen,
} from '@kyphoscreen/rules'
import { criteria } from '../../packages/rules/src/criteria.ts'
import { completeFindings, emptyFindings } from './complete-findings.ts'
import { everyFact, type FactValues, withFact } from './fact-values.ts'

const parts = {
  redFlags: 'red flags',
  cautions: 'cautions',
  documentationGaps: 'documentation gaps',
  notRecordedSafetyChecks: 'safety checks',
  advisories: 'advisories',
  conflicts: 'conflicts between the sources',
} as const satisfies Partial<Record<keyof ScreeningResult, string>>

/** Conflicts also follow the outcome: they are compared only between results of one outcome. */
const partsIn = (result: ScreeningResult, outcome: ScreeningResult['outcome']) =>
  new Map(
    Object.entries(parts)
      .filter(([key]) => key !== 'conflicts' || result.outcome === outcome)
      .map(([key, name]) => [name, JSON.stringify(result[key as keyof typeof parts])]),
  )

const bases: readonly Findings[] = [
  completeFindings,
  emptyFindings,
  ...everyFact.map((fact) => withFact(completeFindings, fact, undefined)),
  ...everyFact.map((fact) => withFact(completeFindings, fact, fact.values[0])),
]

function resultOf(findings: Findings): ScreeningResult | undefined {
  const read = checkFindings(findings)
  return read.success ? screen(read.data) : undefined
}

function partsThatChangeWith(fact: FactValues): string[] {
  const changing = new Set<string>()
  for (const base of bases) {
    const without = resultOf(withFact(base, fact, undefined))
    if (!without) continue
    const before = partsIn(without, without.outcome)
    for (const value of fact.values) {
      const given = resultOf(withFact(base, fact, value))
      const after = given === undefined ? [] : partsIn(given, without.outcome)
      for (const [part, told] of after) if (before.get(part) !== told) changing.add(part)
    }
  }
  return Object.values(parts).filter((part) => changing.has(part))
}

const criteriaThatDeclare = (fact: Fact): string[] =>
  criteria
    .filter(({ needs, considers }) => [...needs, ...considers].some((read) => read === fact))
    .map(({ id }) => `\`${id}\``)

/** Tells what reads every fact: the criteria that declare it, and the parts of a result found to change with it. */
export const readersOfFacts = (): Map<Fact, string[]> =>
  new Map(
    everyFact.map((fact) => [
      fact.fact,
      [...criteriaThatDeclare(fact.fact), ...partsThatChangeWith(fact)],
    ]),
  )

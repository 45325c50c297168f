import { type CriterionId, criteria } from '../criteria.ts'
import type { Fact } from '../facts.ts'
import { checkFindings, type Findings } from '../findings.ts'
import type { ScreeningResult } from '../result.ts'
import { screen } from '../screen.ts'
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

/** Findings to begin with, from which every part of a result that any fact changes has been seen to change. */
const fewFindings: readonly Findings[] = [
  emptyFindings,
  ...everyFact
    .filter(({ fact }) => fact === 'careStartedOn')
    .map((fact) => withFact(completeFindings, fact, undefined)),
  ...everyFact
    .filter(({ fact }) => fact === 'careStartedOn' || fact === 'earlyException')
    .map((fact) => withFact(completeFindings, fact, fact.values[0])),
]

/** Many findings to begin with: complete ones, none, and complete ones with each fact left out and changed. */
export const manyFindings: readonly Findings[] = [
  completeFindings,
  emptyFindings,
  ...everyFact.map((fact) => withFact(completeFindings, fact, undefined)),
  ...everyFact.map((fact) => withFact(completeFindings, fact, fact.values[0])),
]

function resultOf(findings: Findings): ScreeningResult | undefined {
  const read = checkFindings(findings)
  return read.success ? screen(read.data) : undefined
}

function partsThatChangeWith(fact: FactValues, bases: readonly Findings[]): string[] {
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

/** A fact, whose it is, and what reads it: the criteria that declare it, and the parts of a result that change with it. */
export type FactRead = {
  readonly fact: Fact
  readonly ofLevel: boolean
  readonly criteria: readonly CriterionId[]
  readonly parts: readonly string[]
}

const criteriaThatDeclare = (fact: Fact): CriterionId[] =>
  criteria
    .filter(({ needs, considers }) => [...needs, ...considers].some((read) => read === fact))
    .map(({ id }) => id)

/** Tells of every fact what reads it: what the criteria declare, and what is found by changing it and screening again. */
export const readersOfFacts = (bases: readonly Findings[] = fewFindings): readonly FactRead[] =>
  everyFact.map((one) => ({
    fact: one.fact,
    ofLevel: one.ofLevel,
    criteria: criteriaThatDeclare(one.fact),
    parts: partsThatChangeWith(one, bases),
  }))

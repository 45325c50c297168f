import { type Fact, Findings, type ScreeningResult, screen } from '@kyphoscreen/rules'
import { criteria } from '../../packages/rules/src/criteria.ts'
import { completeFindings, emptyFindings } from './complete-findings.ts'
import { everyFact, type FactValues, withFact } from './fact-values.ts'

const parts = {
  redFlags: 'red flags',
  cautions: 'cautions',
  documentationGaps: 'documentation gaps',
  notRecordedSafetyChecks: 'safety checks',
  advisories: 'advisories',
} as const satisfies Partial<Record<keyof ScreeningResult, string>>

const partsIn = (result: ScreeningResult): Map<string, string> =>
  new Map(
    Object.entries(parts).map(([key, name]) => [
      name,
      JSON.stringify(result[key as keyof typeof parts]),
    ]),
  )

const bases: readonly Findings[] = [
  completeFindings,
  emptyFindings,
  ...everyFact.map((fact) => withFact(completeFindings, fact, undefined)),
  ...everyFact.map((fact) => withFact(completeFindings, fact, fact.values[0])),
]

function partsOf(findings: Findings): Map<string, string> | undefined {
  const read = Findings.safeParse(findings)
  return read.success ? partsIn(screen(read.data)) : undefined
}

function partsThatChangeWith(fact: FactValues): string[] {
  const changing = new Set<string>()
  for (const base of bases) {
    const without = partsOf(withFact(base, fact, undefined))
    if (!without) continue
    for (const value of fact.values) {
      const given = partsOf(withFact(base, fact, value))
      for (const [part, told] of given ?? []) if (without.get(part) !== told) changing.add(part)
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

import { type CriterionResult, Findings, screen } from '@kyphoscreen/rules'
import { completeFindings } from '../../packages/rules/src/atlas/complete-findings.ts'
import { everyFact, type FactValues, withFact } from '../../packages/rules/src/atlas/fact-values.ts'

/** A criterion as the page needs it: what it reads and the codes of its reasons. */
export type Explained = {
  id: string
  needs: readonly string[]
  considers: readonly string[]
  reasons: object
}

const mostChanges = 4

/**
 * Finds for every reason of a criterion an answer in which the running rules give it, with as few
 * facts changed from complete findings as possible; throws when a reason is never given.
 */
export function examplesOf(criterion: Explained): Map<string, CriterionResult> {
  const read = [...criterion.needs, ...criterion.considers]
  const facts = everyFact.filter(({ fact }) => read.includes(fact))
  const found = new Map<string, CriterionResult>()
  const wanted = Object.keys(criterion.reasons)
  for (let changes = 0; changes <= mostChanges; changes++) {
    for (const findings of changed(completeFindings, facts, changes)) {
      const answer = answerOf(findings, criterion.id)
      if (answer && !found.has(answer.code)) found.set(answer.code, answer)
      if (wanted.every((code) => found.has(code))) return found
    }
  }
  const never = wanted.filter((code) => !found.has(code))
  throw new Error(`No example was found for ${criterion.id}: ${never.join(', ')}.`)
}

function answerOf(findings: Findings, id: string): CriterionResult | undefined {
  const read = Findings.safeParse(findings)
  if (!read.success) return undefined
  return screen(read.data).levels[0]?.criteria.find((criterion) => criterion.id === id)
}

function* changed(
  findings: Findings,
  facts: readonly FactValues[],
  changes: number,
): Generator<Findings> {
  if (changes === 0) {
    yield findings
    return
  }
  for (const [index, fact] of facts.entries()) {
    for (const value of [undefined, ...fact.values]) {
      yield* changed(withFact(findings, fact, value), facts.slice(index + 1), changes - 1)
    }
  }
}

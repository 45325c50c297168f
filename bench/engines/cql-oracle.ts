import type { Findings, Outcome } from '@kyphoscreen/rules'
import { Executor, PatientSource } from 'cql-execution'
import { withExplicitNulls } from '../../packages/rules/test/oracle/explicit-nulls.ts'
import { translateCriteria } from '../../packages/rules/test/oracle/translate.ts'

const library = translateCriteria()

/** cql-execution with the library the rules are proven against: it reads findings as they are and reckons dates itself. */
export async function answersOfOracle(cohort: readonly Findings[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const findings of cohort) {
    const executor = new Executor(library, undefined, { Findings: [withExplicitNulls(findings)] })
    const { unfilteredResults } = await executor.exec(new PatientSource([]))
    outcomes.push(unfilteredResults['Screened'][0].outcome)
  }
  return outcomes
}

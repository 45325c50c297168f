import { type Outcome, screen } from '@kyphoscreen/rules'
import { patterns } from '../packages/rules/test/lattice.ts'
import { contenders } from './contenders.ts'
import { answersOfOracle } from './engines/cql-oracle.ts'
import type { Policy } from './engines/policy.ts'
import { named } from './speed.ts'

/** How many of the 81 patterns of met, not met and not recorded come out wrong, and how many of these say `meets`. */
export type LatticeWrong = {
  engine: string
  encoding: string
  wrong: number
  wronglyMeets: number
}

const cohort = patterns.map(({ findings }) => findings)

/** Counts the answers that differ from three-valued logic. */
export function wrongOverLattice(answers: readonly Outcome[]) {
  const differing = answers.filter((answer, at) => answer !== patterns[at]?.expected)
  return {
    wrong: differing.length,
    wronglyMeets: differing.filter((answer) => answer === 'meets').length,
  }
}

/** Puts the rules and every engine over the lattice, in each encoding of the policy. */
export async function countOverLattice(
  encodings: Readonly<Record<string, Policy>>,
): Promise<LatticeWrong[]> {
  const ours = cohort.map((findings) => screen(findings).outcome)
  const counted = [
    { engine: 'these rules', encoding: '—', ...wrongOverLattice(ours) },
    { engine: named.cql, encoding: '—', ...wrongOverLattice(await answersOfOracle(cohort)) },
  ]
  for (const [encoding, policy] of Object.entries(encodings)) {
    for (const [engine, prepare] of Object.entries(contenders)) {
      const answers = await prepare(policy)(cohort)
      counted.push({ engine, encoding, ...wrongOverLattice(answers) })
    }
  }
  return counted
}

import { Findings } from '../src/index.ts'

/** Findings with one recorded fact left out, which is then not recorded. */
export type Removal = { fact: string; value: unknown; without: Findings }

const leavingOut = (facts: object, left: string) =>
  Object.fromEntries(Object.entries(facts).filter(([key]) => key !== left))

/** Lists every way to leave out one recorded fact that the schema accepts; a score and its scale go together. */
export function removals(findings: Findings): Removal[] {
  const { patient = {}, levels } = findings
  const candidates = [
    ...Object.entries(patient).map(([fact, value]) => ({
      fact,
      value,
      without: { ...findings, patient: leavingOut(patient, fact) },
    })),
    ...levels.flatMap((level, index) =>
      Object.entries(level).map(([fact, value]) => ({
        fact,
        value,
        without: {
          ...findings,
          levels: levels.with(index, leavingOut(level, fact) as typeof level),
        },
      })),
    ),
  ]
  return candidates.flatMap(({ fact, value, without }) => {
    const checked = Findings.safeParse(without)
    return checked.success ? [{ fact, value, without: checked.data }] : []
  })
}

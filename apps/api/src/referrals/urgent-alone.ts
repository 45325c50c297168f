import { type Day, redFlagFacts, screen } from '@kyphoscreen/rules'
import type { KeptFacts } from './evidence-kept.ts'

/** Any level: red flags are the patient's, and weigh the same at each. */
const anyLevel = [{ level: 'L1' as const }]

/** Tells whether the red flags that are recorded are urgent by themselves, where the rest of the facts cannot be screened. */
export function urgentAlone(patient: KeptFacts['patient'], today: Day): boolean {
  const flags = redFlagFacts.filter((fact) => patient[fact] === true)
  if (flags.length === 0) return false
  const told = Object.fromEntries(flags.map((fact) => [fact, true]))
  return screen({ assessedOn: today, patient: told, levels: anyLevel }).urgent
}

import type { CriterionStanding, ReplayChange } from '@kyphoscreen/api/contract'
import { criterionWords, shortOutcomeWords, statusWords } from './wording.ts'

/** Another version may have names that are not known here; they are written as they are. */
const wordIn = (words: Readonly<Record<string, string>>, name: string) =>
  words[name] ?? name.replaceAll('-', ' ')

/** Writes an outcome of any version; null where there is none. */
export const writeOutcome = (outcome: string | null): string =>
  outcome === null ? 'none' : wordIn(shortOutcomeWords, outcome)

/** Writes a criterion of any version by its short name. */
export const writeCriterion = (criterion: string): string => wordIn(criterionWords, criterion)

/** Writes how a criterion stands and the word for why, `Met (none)`. */
export const writeStanding = (standing: CriterionStanding | null): string =>
  standing === null
    ? 'not asked'
    : `${wordIn(statusWords, standing.status)} (${standing.code.replaceAll('-', ' ')})`

/** Writes what was recorded and what would be, without an arrow, which not every font has. */
export const writeInstead = (before: string, after: string): string =>
  `${before}, would be ${after}`

const partWords: Record<string, string> = {
  redFlags: 'red flags',
  cautions: 'cautions',
  advisories: 'advisories',
  conflicts: 'conflicts of the sources',
  documentationGaps: 'gaps in the documentation',
  notRecordedSafetyChecks: 'safety checks not recorded',
  missing: 'what is missing',
  noNeedToChase: 'what need not be chased',
  settles: 'what would settle it',
  nextChange: 'the day the calendar changes it',
}

/** Writes through what an answer changes, a line each: levels, criteria, urgency, and which other parts. */
export function writeThrough({ urgent, levels, criteria, parts }: ReplayChange): string[] {
  return [
    ...(urgent ? [urgent.after ? 'Urgent now' : 'No longer urgent'] : []),
    ...criteria.map(
      ({ level, criterion, before, after }) =>
        `${level}, ${writeCriterion(criterion)}: ${writeInstead(writeStanding(before), writeStanding(after))}`,
    ),
    ...levels.map(
      ({ level, before, after }) =>
        `${level}: ${writeInstead(writeOutcome(before), writeOutcome(after))}`,
    ),
    ...(parts.length > 0
      ? [`Also: ${parts.map((part) => partWords[part] ?? part).join(', ')}`]
      : []),
  ]
}

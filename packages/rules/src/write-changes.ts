import type { CriterionId } from './criteria.ts'
import type { Status } from './criterion.ts'
import { criterionNames } from './criterion-names.ts'
import type { LevelName } from './facts.ts'
import type { Outcome } from './outcome.ts'
import { writeList } from './sentence.ts'

/** A status that the calendar alone changes; `level` when the criterion is a level's. */
export type StatusChange = {
  criterion: CriterionId
  level?: LevelName
  from: Status
  to: Status
}

const statusWords = {
  met: 'met',
  'not-met': 'not met',
  'needs-review': 'a matter for a person to weigh',
  unknown: 'not known',
} as const satisfies Record<Status, string>

const outcomeWords = {
  meets: '"meets"',
  'does-not-meet': '"does not meet"',
  'insufficient-information': '"insufficient information"',
  'needs-surgeon-review': '"needs surgeon review"',
} as const satisfies Record<Outcome, string>

function writeChange({ criterion, from, to }: StatusChange, levels: readonly LevelName[]): string {
  const where = levels.length === 0 ? '' : ` at ${writeList(levels)}`
  return `"${criterionNames[criterion]}"${where} goes from ${statusWords[from]} to ${statusWords[to]}`
}

/** Writes in one sentence what the calendar alone changes, and what becomes of the outcome. */
export function writeChanges(
  changes: readonly StatusChange[],
  before: Outcome,
  after: Outcome,
): string {
  const told: { change: StatusChange; levels: LevelName[] }[] = []
  for (const change of changes) {
    const { criterion, from, to } = change
    const levels = change.level === undefined ? [] : [change.level]
    const alike = told.find(
      ({ change: one }) => one.criterion === criterion && one.from === from && one.to === to,
    )
    if (alike) alike.levels.push(...levels)
    else told.push({ change, levels })
  }
  const outcome =
    before === after
      ? `the outcome stays ${outcomeWords[before]}`
      : `the outcome goes from ${outcomeWords[before]} to ${outcomeWords[after]}`
  return `By the calendar alone, ${writeList(told.map(({ change, levels }) => writeChange(change, levels)))}; ${outcome}.`
}

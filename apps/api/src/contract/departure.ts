import type { LevelName, Outcome, ScreeningResult } from '@kyphoscreen/rules'
import type { DecisionKind } from './decision-kind.ts'

/** When a kind of decision departs from an outcome: by itself, never, or by the own outcomes of the levels it names. */
export type When =
  | 'departs'
  | 'agrees'
  | 'departs-unless-each-level-meets'
  | 'departs-unless-each-level-meets-or-needs-review'

/** When a decision departs from the outcome it was made on: every outcome with every kind. */
export const departures = {
  meets: {
    'plan-kyphoplasty': 'departs-unless-each-level-meets',
    defer: 'departs',
    'more-information': 'departs',
    'not-pursued': 'departs',
    'referred-elsewhere': 'departs',
  },
  'does-not-meet': {
    'plan-kyphoplasty': 'departs',
    defer: 'agrees',
    'more-information': 'agrees',
    'not-pursued': 'agrees',
    'referred-elsewhere': 'agrees',
  },
  'insufficient-information': {
    'plan-kyphoplasty': 'departs',
    defer: 'agrees',
    'more-information': 'agrees',
    'not-pursued': 'departs',
    'referred-elsewhere': 'agrees',
  },
  'needs-surgeon-review': {
    'plan-kyphoplasty': 'departs-unless-each-level-meets-or-needs-review',
    defer: 'agrees',
    'more-information': 'agrees',
    'not-pursued': 'agrees',
    'referred-elsewhere': 'agrees',
  },
} as const satisfies Record<Outcome, Record<DecisionKind, When>>

const supporting = {
  'departs-unless-each-level-meets': ['meets'],
  'departs-unless-each-level-meets-or-needs-review': ['meets', 'needs-surgeon-review'],
} as const satisfies Partial<Record<When, readonly Outcome[]>>

/** What a decision is held against: the outcome that was shown, and each level's own. */
export type ShownResult = Pick<ScreeningResult, 'outcome'> & {
  levels: readonly Pick<ScreeningResult['levels'][number], 'level' | 'outcome'>[]
}

/** What was decided, as far as it can depart from an outcome; `levels` are those of a planned kyphoplasty. */
export type Choice = { kind: DecisionKind; levels: readonly LevelName[] }

/** A departure from the outcome; `at` are the planned levels that it lies in, none when the kind departs by itself. */
export type Departure = { outcome: Outcome; kind: DecisionKind; at: readonly LevelName[] }

/** Tells whether and where a decision departs from the outcome; null when it does not. A level that was not screened supports nothing. */
export function departureOf({ outcome, levels }: ShownResult, choice: Choice): Departure | null {
  const { kind } = choice
  const when: When = departures[outcome][kind]
  if (when === 'agrees') return null
  if (when === 'departs') return { outcome, kind, at: [] }
  const enough: readonly Outcome[] = supporting[when]
  const at = choice.levels.filter((planned) => {
    const own = levels.find(({ level }) => level === planned)?.outcome
    return own === undefined || !enough.includes(own)
  })
  return at.length === 0 ? null : { outcome, kind, at }
}

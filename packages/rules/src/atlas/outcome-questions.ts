import type { CautionId } from '../cautions.ts'
import { beyondTheCriteria, type Outcome, type Standing } from '../outcome.ts'
import type { Question } from './decision-table.ts'

type TriedStanding = Partial<Standing>
type Asked = Question<TriedStanding, Standing>

const yesOrNo = (
  asks: string,
  tries: TriedStanding[],
  isSo: (one: Standing) => boolean,
): Asked => ({
  asks,
  tries: [{}, ...tries],
  classes: { yes: isSo, no: (one) => !isSo(one) },
})

const named = (...cautions: CautionId[]): TriedStanding => ({ cautions })
const has = (one: Standing, caution: CautionId) => one.cautions.includes(caution)

const isNotYetAlone = ({ notMet, careNotYet }: Standing) => notMet === 1 && careNotYet

const notMet: Asked = {
  asks: 'A criterion is not met',
  tries: [
    {},
    { notMet: 1, careNotYet: true },
    { notMet: 1 },
    { notMet: 2, careNotYet: true },
    { notMet: 4 },
  ],
  classes: {
    'only care, and only not yet': isNotYetAlone,
    'any other': (one) => one.notMet > 0 && !isNotYetAlone(one),
    no: (one) => one.notMet === 0,
  },
}

const isOther = (one: Standing) =>
  has(one, 'more-than-three-levels') ||
  has(one, 'high-energy-trauma') ||
  has(one, 'severe-height-loss')

/** What the outcome of a level follows from: its four statuses, red flags and cautions. */
export const questionsOfLevel: readonly Asked[] = [
  yesOrNo('A red flag is recorded', [{ redFlagged: true }], (one) => one.redFlagged),
  notMet,
  yesOrNo('A reason not to wait, or a tumor', [named('early-exception')], (one) =>
    has(one, 'early-exception'),
  ),
  yesOrNo('A benign lesion', [named('benign-lesion')], (one) => has(one, 'benign-lesion')),
  yesOrNo(
    'Outside T1 to L5, or under 18',
    [...beyondTheCriteria.map((caution) => named(caution)), named(...beyondTheCriteria)],
    (one) => beyondTheCriteria.some((caution) => has(one, caution)),
  ),
  yesOrNo('A criterion is unknown', [{ unknown: 1 }], (one) => one.unknown > 0),
  yesOrNo('A criterion needs review', [{ needsReview: 1 }], (one) => one.needsReview > 0),
  yesOrNo(
    'Over three levels, high-energy trauma or severe height loss',
    [
      named('more-than-three-levels'),
      named('high-energy-trauma'),
      named('severe-height-loss'),
      named('more-than-three-levels', 'high-energy-trauma', 'severe-height-loss'),
    ],
    isOther,
  ),
]

const clean = { notMet: 0, unknown: 0, needsReview: 0, careNotYet: false, redFlagged: false }

/** Puts tried parts together as the outcome of a level sees them; undefined where a reason not to wait is given though care is long enough, for that raises no caution. */
export function standingTogether(tried: readonly TriedStanding[]): Standing | undefined {
  const cautions = tried.flatMap((part) => part.cautions ?? [])
  const standing: Standing = { ...Object.assign({ ...clean }, ...tried), cautions }
  return has(standing, 'early-exception') && !standing.careNotYet ? undefined : standing
}

/** A level as the outcome of a screening sees it. */
export type LevelSeen = { outcome: Outcome; significantRetropulsion: boolean }

type AskedOfLevels = Question<readonly LevelSeen[], readonly LevelSeen[]>

const someLevel = (asks: string, tries: LevelSeen[], isSo: (level: LevelSeen) => boolean) => ({
  asks,
  tries: [[], ...tries.map((level) => [level])],
  classes: {
    yes: (levels: readonly LevelSeen[]) => levels.some(isSo),
    no: (levels: readonly LevelSeen[]) => !levels.some(isSo),
  },
})

const levelWith = (outcome: Outcome, significantRetropulsion = false): LevelSeen => ({
  outcome,
  significantRetropulsion,
})

const withOutcome = (asks: string, outcome: Outcome): AskedOfLevels =>
  someLevel(asks, [levelWith(outcome)], (level) => level.outcome === outcome)

/** What the outcome of a screening follows from: the outcomes of its levels. */
export const questionsOfScreening: readonly AskedOfLevels[] = [
  withOutcome('A level needs surgeon review', 'needs-surgeon-review'),
  withOutcome('A level meets', 'meets'),
  someLevel(
    'A level has significant retropulsion',
    [levelWith('does-not-meet', true), levelWith('needs-surgeon-review', true)],
    (level) => level.significantRetropulsion,
  ),
  withOutcome('A level lacks information', 'insufficient-information'),
  withOutcome('A level does not meet', 'does-not-meet'),
]

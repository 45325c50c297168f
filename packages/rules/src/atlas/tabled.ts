import { type CriterionId, judge } from '../criteria.ts'
import type { Criterion, Seen } from '../criterion.ts'
import { outcomeOfLevel, outcomeOfScreening, type Standing } from '../outcome.ts'
import { questionsOfCanal } from './canal-questions.ts'
import { questionsOfCare } from './care-questions.ts'
import {
  type Cautioned,
  cautionedTogether,
  cautionsOn,
  questionsOfCautions,
  type TriedCautioned,
} from './caution-questions.ts'
import type { Question, Tabled } from './decision-table.ts'
import { questionsOfFracture } from './fracture-questions.ts'
import {
  type LevelSeen,
  questionsOfLevel,
  questionsOfScreening,
  standingTogether,
} from './outcome-questions.ts'
import { questionsOfPain } from './pain-questions.ts'
import { seenTogether, type TriedFacts } from './seen-together.ts'

const criterionQuestions: Readonly<Record<CriterionId, readonly Question<TriedFacts, Seen>[]>> = {
  'active-fracture-on-mri': questionsOfFracture,
  'failed-conservative-care': questionsOfCare,
  'no-significant-retropulsion': questionsOfCanal,
  'severe-pain-limiting-life': questionsOfPain,
}

/** The table of a criterion: its facts in classes, and its judge, who gives the code of a reason. */
export const criterionTabled = (criterion: Criterion<CriterionId>): Tabled<TriedFacts, Seen> => ({
  questions: criterionQuestions[criterion.id],
  together: seenTogether,
  answer: (seen) => judge(criterion, seen).code,
})

/** The table of the cautions: what raises them; the answer lists those raised. */
export const cautionsTabled: Tabled<TriedCautioned, Cautioned> = {
  questions: questionsOfCautions,
  together: cautionedTogether,
  answer: (seen) => cautionsOn(seen).join(' '),
}

/** The table of a level's outcome. */
export const levelTabled: Tabled<Partial<Standing>, Standing> = {
  questions: questionsOfLevel,
  together: standingTogether,
  answer: outcomeOfLevel,
}

/** The table of a screening's outcome. */
export const screeningTabled: Tabled<readonly LevelSeen[], readonly LevelSeen[]> = {
  questions: questionsOfScreening,
  together: (levels) => (levels.length === 0 ? undefined : levels.flat()),
  answer: outcomeOfScreening,
}

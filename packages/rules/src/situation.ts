import type { AskedFact } from './answers.ts'
import type { LevelName } from './findings.ts'
import { type Circumstances, circumstancesOf } from './level-outcomes.ts'
import { type Possibilities, possibilitiesOf } from './possibilities.ts'
import type { LevelStanding, ScreeningStanding } from './standing.ts'

/** What one level can still come to by its own criteria. */
export type LevelSituation = {
  name: LevelName
  circumstances: Circumstances
  mri: Possibilities
  retropulsion: Possibilities
}

/** What a screening can still come to: care and pain are the patient's and shared by all levels, the rest is each level's own. */
export type Situation = {
  care: Possibilities
  pain: Possibilities
  levels: readonly LevelSituation[]
}

type Part = 'mri' | 'care' | 'retropulsion' | 'pain'

/** Tells which criterion asks for a fact. */
export const askedFor: Readonly<Record<AskedFact, Part>> = {
  mriFinding: 'mri',
  retropulsion: 'retropulsion',
  careStartedOn: 'care',
  careModalities: 'care',
  careResponse: 'care',
  painScore: 'pain',
  qualityOfLifeLimited: 'pain',
  painFromFracture: 'pain',
}

const placeOf = { mri: 0, care: 1, retropulsion: 2, pain: 3 } as const satisfies Record<
  Part,
  number
>

function possibilities({ judgements, seen }: LevelStanding, part: Part): Possibilities {
  const judgement = judgements[placeOf[part]]
  if (judgement === undefined) throw new Error('a level stands by four criteria')
  return possibilitiesOf(judgement, seen)
}

/** Works out what a screening can still come to. */
export function situationOf({ levels, redFlags }: ScreeningStanding): Situation {
  const [first] = levels
  if (first === undefined) throw new Error('a screening has at least one level')
  return {
    care: possibilities(first, 'care'),
    pain: possibilities(first, 'pain'),
    levels: levels.map((standing) => ({
      name: standing.level.level,
      circumstances: circumstancesOf(
        standing.level,
        standing.seen.patient,
        standing.cautions,
        redFlags.length > 0,
      ),
      mri: possibilities(standing, 'mri'),
      retropulsion: possibilities(standing, 'retropulsion'),
    })),
  }
}

/** Writes a situation without the names of its levels: what follows from it is alike for all that are written alike. */
export function writeSituation({ care, pain, levels }: Situation): string {
  let written = `${care.id} ${pain.id}`
  for (const { circumstances, mri, retropulsion } of levels) {
    written += ` ${circumstances} ${mri.id} ${retropulsion.id}`
  }
  return written
}

import type { Seen } from '../criterion.ts'
import { daysBetween } from '../day.ts'
import { type LevelFacts, MriFinding } from '../facts.ts'
import { policy } from '../policy.ts'
import type { Question } from './decision-table.ts'
import { daysAgo, type TriedFacts, triesOfLevel } from './seen-together.ts'

type Asked = Question<TriedFacts, Seen>

const finding: Asked = {
  asks: 'MRI finding',
  tries: triesOfLevel('mriFinding', MriFinding.options),
  classes: {
    'not recorded': ({ level }) => level.mriFinding === undefined,
    acute: ({ level }) => level.mriFinding === 'acute',
    subacute: ({ level }) => level.mriFinding === 'subacute',
    chronic: ({ level }) => level.mriFinding === 'chronic',
    indeterminate: ({ level }) => level.mriFinding === 'indeterminate',
    'no fracture': ({ level }) => level.mriFinding === 'no-fracture',
  },
}

const edema: Asked = {
  asks: 'Marrow edema on MRI',
  tries: triesOfLevel('mriMarrowEdema', [true, false]),
  classes: {
    'not recorded': ({ level }) => level.mriMarrowEdema === undefined,
    yes: ({ level }) => level.mriMarrowEdema === true,
    no: ({ level }) => level.mriMarrowEdema === false,
  },
}

const other: Asked = {
  asks: 'Without an MRI',
  tries: triesOfLevel('mriNotPossible', [true, false]).flatMap((one) =>
    triesOfLevel('otherImagingActive', [true, false]).map((imaging) => ({
      level: { ...one.level, ...imaging.level },
    })),
  ),
  classes: {
    'MRI not possible, other imaging active': ({ level }) =>
      level.mriNotPossible === true && level.otherImagingActive === true,
    'anything else, or not recorded': ({ level }) =>
      level.mriNotPossible !== true || level.otherImagingActive !== true,
  },
}

const until = policy.subacuteUntilDays

const isBeforeOnset = ({ level }: Pick<Seen, 'level'>) =>
  level.onsetOn !== undefined &&
  level.mriPerformedOn !== undefined &&
  level.mriPerformedOn < level.onsetOn

const isOld = ({ level, assessedOn }: Seen) =>
  level.onsetOn !== undefined && daysBetween(level.onsetOn, assessedOn) > until

const tried = (onsetOn: string | undefined, mriPerformedOn: string | undefined): TriedFacts => {
  const level: Partial<LevelFacts> = {}
  if (onsetOn !== undefined) level.onsetOn = onsetOn
  if (mriPerformedOn !== undefined) level.mriPerformedOn = mriPerformedOn
  return { level }
}

const onsets = [undefined, ...[0, until, until + 1, 400].map(daysAgo)]

const days: Asked = {
  asks: 'Onset and MRI date',
  tries: onsets.flatMap((onset) =>
    [undefined, daysAgo(0), daysAgo(until + 2)].map((mri) => tried(onset, mri)),
  ),
  classes: {
    'MRI before the onset': isBeforeOnset,
    [`onset up to ${until} days ago, or not recorded`]: (seen) =>
      !isBeforeOnset(seen) && !isOld(seen),
    [`onset more than ${until} days ago`]: (seen) => !isBeforeOnset(seen) && isOld(seen),
  },
}

/** What is asked of a fracture and its imaging. */
export const questionsOfFracture: readonly Asked[] = [finding, edema, other, days]

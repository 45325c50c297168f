import { cautionsOf } from '../cautions.ts'
import { Cause, EarlyException, type LevelFacts } from '../facts.ts'
import { type Policy, policy } from '../policy.ts'
import type { Question } from './decision-table.ts'

/** What the cautions are raised by. */
export type Cautioned = Parameters<typeof cautionsOf>[0] & {
  ageYears?: number | undefined
  earlyException?: EarlyException | undefined
  levelCount: number
  careNotYet: boolean
}
export type TriedCautioned = Partial<Cautioned>
type Asked = Question<TriedCautioned, Cautioned>

const { adultFromYears: adult, manyLevelsOver: many, severeHeightLossPercent: severe } = policy

const each = <F extends keyof TriedCautioned>(
  fact: F,
  values: readonly TriedCautioned[F][],
): TriedCautioned[] => values.map((value) => ({ [fact]: value }) as TriedCautioned)

const isFromT1ToL5 = ({ level }: Pick<LevelFacts, 'level'>) => /^[TL]/.test(level)

/** What raises a caution. */
export const questionsOfCautions: readonly Asked[] = [
  {
    asks: 'Care',
    tries: each('careNotYet', [false, true]),
    classes: {
      'not yet long enough': (seen) => seen.careNotYet,
      'any other': (seen) => !seen.careNotYet,
    },
  },
  {
    asks: 'Reason not to wait',
    tries: [{}, ...each('earlyException', EarlyException.options)],
    classes: {
      recorded: (seen) => seen.earlyException !== undefined,
      'not recorded': (seen) => seen.earlyException === undefined,
    },
  },
  {
    asks: 'Cause',
    tries: [{}, ...each('cause', Cause.options)],
    classes: {
      malignancy: ({ cause }) => cause === 'malignancy',
      'benign lesion': ({ cause }) => cause === 'benign-lesion',
      'high-energy trauma': ({ cause }) => cause === 'high-energy-trauma',
      'weak bone, or not recorded': ({ cause }) =>
        !['malignancy', 'benign-lesion', 'high-energy-trauma'].includes(cause ?? ''),
    },
  },
  {
    asks: 'Level',
    tries: each('level', ['C7', 'T1', 'L5', 'S1']),
    classes: { 'T1 to L5': isFromT1ToL5, 'any other': (seen) => !isFromT1ToL5(seen) },
  },
  {
    asks: 'Age',
    tries: [{}, ...each('ageYears', [adult - 0.1, adult])],
    classes: {
      [`under ${adult}`]: ({ ageYears = adult }) => ageYears < adult,
      [`${adult} or more, or not recorded`]: ({ ageYears = adult }) => ageYears >= adult,
    },
  },
  {
    asks: 'Levels',
    tries: each('levelCount', [many, many + 1]),
    classes: {
      [`up to ${many}`]: ({ levelCount }) => levelCount <= many,
      [`more than ${many}`]: ({ levelCount }) => levelCount > many,
    },
  },
  {
    asks: 'Height loss',
    tries: [{}, ...each('heightLossPercent', [severe - 0.1, severe])],
    classes: {
      [`under ${severe} %, or not recorded`]: ({ heightLossPercent = 0 }) =>
        heightLossPercent < severe,
      [`${severe} % or more`]: ({ heightLossPercent = 0 }) => heightLossPercent >= severe,
    },
  },
]

/** Puts tried facts together as the cautions see them. */
export const cautionedTogether = (tried: readonly TriedCautioned[]): Cautioned =>
  Object.assign({ level: 'L1', levelCount: 1, careNotYet: false }, ...tried) as Cautioned

/** Lists the cautions that the running rules raise. */
export const cautionsOn = (seen: Cautioned, numbers: Policy = policy) =>
  cautionsOf(seen, seen, seen, numbers)

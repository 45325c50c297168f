import type { LevelFacts } from '../src/facts.ts'
import { type Classes, daysAgo, type Fragment } from './combinations.ts'

type Onset = number | undefined
type Told = { start?: number; stated?: number }

const dayCounts = [0, 1, 13, 14, 15, 16, 42, 43]
const slips = [-2, -1, 0, 1, 2]

const told: readonly Told[] = [
  {},
  ...dayCounts.flatMap((days): Told[] => [{ stated: days }, { start: days }]),
  ...[13, 14, 15].flatMap((start) => slips.map((slip): Told => ({ start, stated: start + slip }))),
]

const fractures: Onset[][] = [
  ...[undefined, 0, 13, 14, 42, 400].map((onset) => [onset]),
  ...[undefined, 13, 14].flatMap((onset) => [13, 14, undefined].map((other) => [onset, other])),
]

function wordFor({ start, stated }: Told, onsets: readonly Onset[]): string {
  const days = start ?? stated
  const known = onsets.filter((onset) => onset !== undefined)
  const allKnown = known.length === onsets.length
  if (days === undefined) {
    return allKnown && known.every((onset) => onset < 14)
      ? 'not recorded and every onset under 14 days ago'
      : 'not recorded'
  }
  if (start !== undefined && stated !== undefined && Math.abs(start - stated) > 1) {
    return 'accounts differ'
  }
  if (allKnown && known.every((onset) => days > onset + 2)) return 'longer than the fracture is old'
  if (days === 0) return 'no days'
  if (days < 14) return '1 to 13 days'
  return days <= 42 ? '14 to 42 days' : 'over 42 days'
}

const otherNames = ['L1', 'L2'] as const

function fragmentFor({ start, stated }: Told, onsets: readonly Onset[]): Fragment {
  const [level = { level: 'L1' }, ...others] = onsets.map(
    (onset, at): LevelFacts => ({
      level: otherNames[at] ?? 'L1',
      ...(onset === undefined ? {} : { onsetOn: daysAgo(onset) }),
    }),
  )
  const patient = {
    ...(start === undefined ? {} : { careStartedOn: daysAgo(start) }),
    ...(stated === undefined ? {} : { careDays: stated }),
  }
  return { patient, level, others }
}

/** Every way of telling how long care has run, against every age of one or two fractures, by what it amounts to. */
export const timeInCare: Classes = Object.groupBy(
  told.flatMap((care) =>
    fractures.map((onsets) => ({
      ...fragmentFor(care, onsets),
      amountsTo: wordFor(care, onsets),
    })),
  ),
  ({ amountsTo }) => amountsTo,
) as Classes

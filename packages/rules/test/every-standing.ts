import type { CautionId } from '../src/cautions.ts'
import type { Standing } from '../src/outcome.ts'

const statuses = ['met', 'not-met', 'needs-review', 'unknown'] as const
const ofCare = [...statuses, 'not yet'] as const

/** Cautions of one kind, of which a level has one or none. */
const kinds: readonly (readonly CautionId[])[] = [
  ['level-outside-t1-l5'],
  ['under-18'],
  ['more-than-three-levels'],
  ['high-energy-trauma', 'benign-lesion'],
  ['severe-height-loss'],
]

function* cautionsFrom(left: readonly (readonly CautionId[])[]): Generator<CautionId[]> {
  const [kind, ...others] = left
  if (kind === undefined) {
    yield []
    return
  }
  for (const rest of cautionsFrom(others)) {
    yield rest
    for (const caution of kind) yield [caution, ...rest]
  }
}

/** Every pattern of the four statuses, with and without a red flag and a reason not to wait, under every set of cautions. */
export function* everyStanding(): Generator<Standing> {
  const circumstances = [...cautionsFrom(kinds)]
  for (const care of ofCare) {
    for (const mri of statuses) {
      for (const canal of statuses) {
        for (const pain of statuses) {
          const four = [mri, care, canal, pain]
          const count = (one: string) => four.filter((status) => status === one).length
          const careNotYet = care === 'not yet'
          const counts = {
            notMet: count('not-met') + count('not yet'),
            unknown: count('unknown'),
            needsReview: count('needs-review'),
            careNotYet,
          }
          for (const redFlagged of [false, true]) {
            for (const cautions of circumstances) {
              yield { ...counts, redFlagged, cautions }
              if (careNotYet) {
                yield { ...counts, redFlagged, cautions: ['early-exception', ...cautions] }
              }
            }
          }
        }
      }
    }
  }
}

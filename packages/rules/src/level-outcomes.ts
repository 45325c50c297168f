import { type CautionId, mayNotWait } from './cautions.ts'
import type { LevelFacts, PatientFacts } from './facts.ts'
import { beyondTheCriteria, type Outcome, outcomeOfLevel, outcomeOfScreening } from './outcome.ts'
import { onForget } from './remembered.ts'
import { type State, state } from './state.ts'

/** What a level's outcome depends on besides its four criteria, packed into one number. */
export type Circumstances = number

/** How many circumstances there are. */
export const circumstanceCount = 32

const circumstance = { redFlag: 1, beyond: 2, benignLesion: 4, otherCaution: 8, mayNotWait: 16 }

/** Packs the circumstances of a level. */
export function circumstancesOf(
  level: LevelFacts,
  patient: PatientFacts,
  cautions: readonly CautionId[],
  redFlagged: boolean,
): Circumstances {
  let packed = redFlagged ? circumstance.redFlag : 0
  if (mayNotWait(level, patient)) packed |= circumstance.mayNotWait
  for (let at = 0; at < cautions.length; at++) {
    const caution = cautions[at] as CautionId
    if (beyondTheCriteria.includes(caution)) packed |= circumstance.beyond
    else if (caution === 'benign-lesion') packed |= circumstance.benignLesion
    else if (caution !== 'early-exception') packed |= circumstance.otherCaution
  }
  return packed
}

/** True for a level that goes to the surgeon as soon as nothing is missing, whatever the answers are. */
export const goesToSurgeonOnceKnown = (circumstances: Circumstances): boolean =>
  (circumstances & circumstance.benignLesion) !== 0

function judged(circumstances: Circumstances, states: States): Outcome {
  const [, care] = states
  const has = (bit: number) => (circumstances & bit) !== 0
  const careNotYet = care === state.notYet
  const cautions: CautionId[] = []
  if (has(circumstance.beyond)) cautions.push('under-18')
  if (has(circumstance.benignLesion)) cautions.push('benign-lesion')
  if (has(circumstance.otherCaution)) cautions.push('severe-height-loss')
  if (has(circumstance.mayNotWait) && careNotYet) cautions.push('early-exception')
  const count = (one: State) => states.filter((each) => each === one).length
  return outcomeOfLevel({
    notMet: count(state.notMet) + count(state.notYet),
    unknown: count(state.unknown),
    needsReview: count(state.review),
    careNotYet,
    redFlagged: has(circumstance.redFlag),
    cautions,
  })
}

/** The states of a level's four criteria, in their order. */
type States = readonly [mri: State, care: State, retropulsion: State, pain: State]

const part = {
  meets: 1,
  'needs-surgeon-review': 2,
  'insufficient-information': 4,
  'does-not-meet': 0,
} as const satisfies Record<Outcome, number>

const significantRetropulsion = 8

/** How many bits a part takes. */
export const partBits = 4

const notWorkedOut = 255
/** Every part, by the circumstances and the four states of a level, which take three bits each. */
const parts = new Uint8Array(circumstanceCount << 12).fill(notWorkedOut)
onForget(() => parts.fill(notWorkedOut))

/** Gives a level's part in the screening's outcome as bits: a set of levels comes to the bits of all of them together. */
export function partOf(
  circumstances: Circumstances,
  mri: State,
  care: State,
  retropulsion: State,
  pain: State,
): number {
  const place = (circumstances << 12) | (mri << 9) | (care << 6) | (retropulsion << 3) | pain
  const known = parts[place] as number
  if (known !== notWorkedOut) return known
  const bits =
    part[judged(circumstances, [mri, care, retropulsion, pain])] |
    (retropulsion === state.notMet ? significantRetropulsion : 0)
  parts[place] = bits
  return bits
}

/** True when a level's part says that a fact it needs is missing. */
export const isInsufficient = (bits: number): boolean =>
  (bits & part['insufficient-information']) !== 0

const outcomesByParts = Array.from({ length: 1 << partBits }, (_, bits) =>
  outcomeOfScreening([
    {
      outcome: 'does-not-meet',
      significantRetropulsion: (bits & significantRetropulsion) !== 0,
    },
    ...(['meets', 'needs-surgeon-review', 'insufficient-information'] as const)
      .filter((outcome) => (bits & part[outcome]) !== 0)
      .map((outcome) => ({ outcome, significantRetropulsion: false })),
  ]),
)

/** Gives the screening's outcome from the parts of all its levels together. */
export const outcomeOfParts = (bits: number): Outcome => outcomesByParts[bits] as Outcome

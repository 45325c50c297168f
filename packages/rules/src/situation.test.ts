import { expect, it } from 'vitest'
import type { Judgement } from './criteria.ts'
import { circumstancesOf } from './level-outcomes.ts'
import { type LevelAsked, levelsAsked } from './level-told.ts'
import { type Possibilities, possibilitiesOf } from './possibilities.ts'
import { memoryOf, type Place } from './remembered.ts'
import { type LevelSituation, placeOfSituation, type Situation, settledPart } from './situation.ts'
import { standing } from './standing.ts'
import { type State, state } from './state.ts'

const coming = (number: number, ...reachable: [State, ...State[]]): Possibilities => ({
  number,
  now: reachable[0],
  reachable,
  unmoved: [],
  moves: new Map(),
  afterAlone: new Map(),
})

const cares = [coming(0, state.met), coming(1, state.unknown, state.notMet)]
const pains = [coming(2, state.met), coming(3, state.unknown, state.met)]
const images = [coming(0, state.met), coming(1, state.unknown), coming(3, state.notMet)]
const canals = [coming(0, state.met), coming(1, state.notMet), coming(4, state.unknown)]

const levels = [true, false].flatMap((isOpen) =>
  images.flatMap((mri) =>
    canals.flatMap((retropulsion) =>
      [0, 1, 31].map((circumstances) => ({ isOpen, mri, retropulsion, circumstances })),
    ),
  ),
)

const situations: Situation[] = cares.flatMap((care) =>
  pains.flatMap((pain) =>
    levels.flatMap((one) =>
      [[], ...levels.map((other) => [other])].map((others) => ({
        care,
        pain,
        levels: [one, ...others].map(
          (level, at): LevelSituation => ({
            name: at === 0 ? 'L1' : 'L2',
            ...level,
          }),
        ),
      })),
    ),
  ),
)

/** Tells all that the outcome of a situation can follow from. */
const followsFrom = (situation: Situation) =>
  JSON.stringify([
    situation.care.number,
    situation.pain.number,
    situation.levels
      .filter(({ isOpen }) => isOpen)
      .map(({ mri, retropulsion, circumstances }) => [
        mri.number,
        retropulsion.number,
        circumstances,
      ]),
    situation.care.reachable.map((care) =>
      situation.pain.reachable.map((pain) => settledPart(situation, care, pain)),
    ),
  ])

it('is taken for another situation only when the same follows from both', () => {
  const memory = memoryOf<string>()
  const mistaken = situations.filter((situation) => {
    const place: Place<string> = placeOfSituation(memory, situation)
    place.made ??= followsFrom(situation)
    return place.made !== followsFrom(situation)
  })
  expect(situations.length).toBe(4 * 54 * 55)
  expect(mistaken).toEqual([])
})

it('numbers what is not alike from 0 up, for its numbers are packed', () => {
  const { levels } = standing({ assessedOn: '2026-11-21', levels: [{ level: 'L1' }] })
  const { stands, told } = levelsAsked(levels)[0] as LevelAsked
  const numbers = told.map(
    ({ gap }, at) =>
      possibilitiesOf(stands.judgements[at] as Judgement, stands.seen, gap.facts).number,
  )
  expect(new Set(numbers).size).toBe(4)
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
})

it('does not count an early exception among the other cautions, for it ends when care is met', () => {
  const among = (...cautions: Parameters<typeof circumstancesOf>[2][number][]) =>
    circumstancesOf({ level: 'L1' }, {}, cautions, false)
  expect(among('early-exception')).toBe(among())
  expect(among('severe-height-loss')).not.toBe(among())
})

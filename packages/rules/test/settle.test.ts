import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Findings,
  type Outcome,
  type ScreeningResult,
  screen,
  vertebraeInOrder,
} from '../src/index.ts'
import { everyAnswer, type Place, placeOf, some } from './answers-by-hand.ts'
import { sparseFindings } from './few-levels.ts'

const settled = (findings: Findings) => screen(findings).outcome !== 'insufficient-information'

/** Every set of a given size, in the order of the facts. */
function setsOf(size: number, places: readonly Place[]): Place[][] {
  if (size === 0) return [[]]
  return places.flatMap((place, index) =>
    setsOf(size - 1, places.slice(index + 1)).map((rest) => [place, ...rest]),
  )
}

const settles = (findings: Findings, set: readonly Place[]) =>
  !some(everyAnswer(findings, set), (after) => !settled(after))

const bare = { assessedOn: '2026-11-21' } as const
const known = {
  painScore: 8,
  painScale: 'NRS-0-10',
  painFromFracture: true,
  qualityOfLifeLimited: true,
  careDays: 20,
  careModalities: ['bracing'],
  careResponse: 'failed',
} as const satisfies Findings['patient']

const settling = (findings: Omit<Findings, 'assessedOn'>) =>
  screen({ ...bare, ...findings }).settles.map(({ fact, level }) => `${fact} ${level ?? ''}`.trim())

describe('what settles a screening', { timeout: 120_000 }, () => {
  it('asks for every open level, for each other one may turn out not to meet', () => {
    expect(settling({ patient: known, levels: [{ level: 'L1' }, { level: 'T12' }] })).toEqual([
      'mriFinding T12',
      'mriFinding L1',
      'retropulsion T12',
      'retropulsion L1',
    ])
  })

  it('asks for a benign lesion alone, which goes to the surgeon whatever the answers are', () => {
    const levels: Findings['levels'] = [
      { level: 'L1' },
      { level: 'L2', cause: 'benign-lesion', retropulsion: 'none' },
    ]
    expect(settling({ patient: known, levels })).toEqual(['mriFinding L2'])
  })

  it('asks for the care alone when a level has nothing missing of its own', () => {
    const { careResponse, ...patient } = known
    const levels: Findings['levels'] = [
      { level: 'L1' },
      { level: 'L2', mriFinding: 'acute', retropulsion: 'none' },
    ]
    expect(settling({ patient, levels })).toEqual(['careResponse'])
  })

  it('takes the first of two benign lesions that need one answer each', () => {
    const levels: Findings['levels'] = [
      { level: 'L2', cause: 'benign-lesion', mriFinding: 'acute' },
      { level: 'L1', cause: 'benign-lesion', retropulsion: 'none' },
    ]
    expect(settling({ patient: known, levels })).toEqual(['mriFinding L1'])
  })

  it('takes the first of two benign lesions although another level is asked about before them', () => {
    const levels: Findings['levels'] = [
      { level: 'T12', retropulsion: 'none' },
      { level: 'L1', cause: 'benign-lesion', mriFinding: 'acute' },
      { level: 'L2', cause: 'benign-lesion', retropulsion: 'none' },
    ]
    expect(settling({ patient: known, levels })).toEqual(['mriFinding L2'])
  })

  it('asks for the benign lesion that needs fewest answers, wherever it lies', () => {
    const levels: Findings['levels'] = [
      { level: 'T12', cause: 'benign-lesion' },
      { level: 'L1', cause: 'benign-lesion', mriFinding: 'acute' },
      { level: 'L2', cause: 'benign-lesion' },
    ]
    expect(settling({ patient: known, levels })).toEqual(['retropulsion L1'])
  })

  it('takes the answer that is asked for first, though its level is the lower one', () => {
    const levels: Findings['levels'] = [
      { level: 'L1', cause: 'benign-lesion', mriFinding: 'acute' },
      { level: 'L2', cause: 'benign-lesion', retropulsion: 'none' },
    ]
    expect(settling({ patient: known, levels })).toEqual(['mriFinding L2'])
    expect(settling({ patient: known, levels: levels.toReversed() })).toEqual(['mriFinding L2'])
  })

  it('takes the upper of two benign lesions that need the same answers', () => {
    const levels: Findings['levels'] = [
      { level: 'L1', cause: 'benign-lesion' },
      { level: 'L2', cause: 'benign-lesion' },
    ]
    const upper = ['mriFinding L1', 'retropulsion L1']
    expect(settling({ patient: known, levels })).toEqual(upper)
    expect(settling({ patient: known, levels: levels.toReversed() })).toEqual(upper)
  })

  it('asks for a new MRI, not for the finding, when the MRI is older than the fracture', () => {
    const levels: Findings['levels'] = [
      {
        level: 'L1',
        retropulsion: 'none',
        onsetOn: '2026-10-20',
        mriPerformedOn: '2026-10-01',
        mriFinding: 'chronic',
      },
    ]
    const [asked] = screen({ ...bare, patient: known, levels }).settles
    expect(asked?.question).toBe('What does a new MRI, made since the onset, show?')
    expect(asked?.answers.map(({ leadsTo }) => leadsTo)).toEqual([
      'meets',
      'does-not-meet',
      'needs-surgeon-review',
      'does-not-meet',
    ])
  })

  it('asks twice a level when nothing is known of any level from T1 to L5', () => {
    const levels = vertebraeInOrder
      .filter((level) => /^[TL]/.test(level))
      .map((level) => ({ level }))
    expect(settling({ patient: known, levels })).toHaveLength(2 * levels.length)
    const all = vertebraeInOrder.map((level) => ({ level }))
    expect(screen({ ...bare, patient: known, levels: all }).outcome).toBe('needs-surgeon-review')
  })

  it('is sufficient, minimal and the first of its size, on random findings', () => {
    fc.assert(
      fc.property(sparseFindings(3), (findings) => {
        const result: ScreeningResult = screen(findings)
        const told = result.settles.map(placeOf)
        if (result.outcome !== 'insufficient-information') {
          expect(told).toEqual([])
          return
        }
        const missing = result.missing.map(placeOf)
        fc.pre(missing.length <= 6 && told.length <= 5)
        expect(settles(findings, told)).toBe(true)
        for (let size = 0; size < told.length; size++) {
          for (const set of setsOf(size, missing)) expect(settles(findings, set)).toBe(false)
        }
        expect(setsOf(told.length, missing).find((set) => settles(findings, set))).toEqual(told)
      }),
      { numRuns: 120 },
    )
  })

  it('tells for each answer the outcome it alone leads to', () => {
    fc.assert(
      fc.property(sparseFindings(3), (findings) => {
        for (const { answers, ...asked } of screen(findings).settles) {
          const byHand = [...everyAnswer(findings, [placeOf(asked)])].map(
            (after) => screen(after).outcome,
          )
          const told: Outcome[] = answers.map(({ leadsTo }) => leadsTo)
          expect(new Set(told)).toEqual(new Set(byHand))
        }
      }),
      { numRuns: 150 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import { type Findings, Ruleset, ruleset, ScreeningResult, screen } from '../src/index.ts'
import { assessedOn, recentFracture, wellDocumented } from './cases/patients.ts'

const { careResponse, ...stillInCare } = wellDocumented

const told = ([] as Findings[]).concat(
  { assessedOn, patient: { ageYears: 12, cementAllergy: true }, levels: [{ level: 'L1' }] },
  {
    assessedOn,
    patient: { ...wellDocumented, careDays: 9 },
    levels: [
      { ...recentFracture, mriFinding: 'no-fracture' },
      { level: 'L2', cause: 'benign-lesion' },
    ],
  },
  { assessedOn, patient: stillInCare, levels: [recentFracture] },
  { assessedOn, patient: stillInCare, levels: [{ ...recentFracture, mriFinding: 'subacute' }] },
)

type Spoiled = { at: string; result: unknown }

const mayBeLeftOut = ['level', 'criterion']

/** The same value with one key too many, or one too few, somewhere inside it. */
function spoiled(value: unknown, at = ''): Spoiled[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) {
    return value.flatMap((inner, index) =>
      spoiled(inner, `${at}/${index}`).map((one) => ({
        ...one,
        result: value.with(index, one.result),
      })),
    )
  }
  const entries = Object.entries(value)
  const inside = entries.flatMap(([key, inner]) =>
    spoiled(inner, `${at}/${key}`).map((one) => ({
      ...one,
      result: { ...value, [key]: one.result },
    })),
  )
  const without = entries
    .filter(([key]) => !mayBeLeftOut.includes(key) || /^\/levels\/\d+$/.test(at))
    .map(([key]) => ({
      at: `${at}/${key} left out`,
      result: Object.fromEntries(entries.filter(([other]) => other !== key)),
    }))
  return [...inside, ...without, { at: `${at}/more`, result: { ...value, more: 1 } }]
}

const acceptedOf = (schema: typeof ScreeningResult | typeof Ruleset, value: unknown) =>
  spoiled(value).flatMap(({ at, result }) => (schema.safeParse(result).success ? [at] : []))

describe('the shape of a result', () => {
  it('is what every screening has', () => {
    for (const findings of told) {
      const result = screen(findings)
      expect(ScreeningResult.parse(result)).toStrictEqual(result)
      expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
    }
  })

  it('allows no key more or less anywhere', () => {
    const results = told.map(screen)
    expect(results.flatMap((result) => acceptedOf(ScreeningResult, result))).toEqual([])
    const kinds = Object.entries(results.at(0) ?? {}).filter(([, one]) => Array.isArray(one))
    const empty = kinds.filter(([kind]) =>
      results.every(
        (result) => (result as unknown as Record<string, unknown[]>)[kind]?.length === 0,
      ),
    )
    expect(empty).toEqual([])
  })

  it('allows a headline of 140 characters and no longer one', () => {
    const [result] = told.map(screen)
    const withHeadline = (length: number) =>
      ScreeningResult.safeParse({ ...result, headline: 'x'.repeat(length) }).success
    expect([withHeadline(140), withHeadline(141)]).toEqual([true, false])
  })
})

describe('the shape of a ruleset', () => {
  it('allows no key more or less anywhere', () => {
    expect(acceptedOf(Ruleset, ruleset)).toEqual([])
  })
})

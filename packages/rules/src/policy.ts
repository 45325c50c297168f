import { cite, citing, type Source } from './source.ts'

/** A number a criterion uses: from a source paragraph, or clinic-set where the sources give none. */
export type PolicyNumber = {
  value: number
  unit: string
  origin: 'from source' | 'clinic-set'
  sources: readonly Source[]
  means: string
}

/** Every number the rules use, each stated once with its unit and its origin. */
export const policyNumbers = {
  minimumCareDays: {
    value: 14,
    unit: 'days',
    origin: 'from source',
    sources: citing(cite('S1', 4)),
    means: 'conservative care shorter than this has not failed yet',
  },
  typicalCareDays: {
    value: 42,
    unit: 'days',
    origin: 'from source',
    sources: citing(cite('S1', 4)),
    means: 'beyond this, check that the fracture is still active',
  },
  severePainFrom: {
    value: 7,
    unit: 'of 10',
    origin: 'clinic-set',
    sources: [],
    means: 'a pain score from here up is read as severe',
  },
  greyPainFrom: {
    value: 5,
    unit: 'of 10',
    origin: 'clinic-set',
    sources: [],
    means: 'from here up to severe, a person weighs the pain score',
  },
  subacuteUntilDays: {
    value: 84,
    unit: 'days',
    origin: 'clinic-set',
    sources: [],
    means: 'a fracture older than this is not expected to be active on MRI',
  },
  significantCanalPercent: {
    value: 20,
    unit: '% of the canal',
    origin: 'clinic-set',
    sources: [],
    means: 'canal compromise from here up is read as significant retropulsion',
  },
  severeHeightLossPercent: {
    value: 67,
    unit: '% of height',
    origin: 'clinic-set',
    sources: [],
    means: 'height loss from here up is a caution for the surgeon',
  },
  manyLevelsOver: {
    value: 3,
    unit: 'levels',
    origin: 'clinic-set',
    sources: [],
    means: 'more levels than this are a caution for the surgeon',
  },
  adultFromYears: {
    value: 18,
    unit: 'years',
    origin: 'clinic-set',
    sources: [],
    means: 'below this age the criteria were not written for the patient',
  },
} as const satisfies Record<string, PolicyNumber>

/** The policy numbers alone, by name, as the criteria read them. */
export type Policy = { readonly [K in keyof typeof policyNumbers]: number }

/** The policy in force. */
export const policy: Policy = Object.freeze(
  Object.fromEntries(
    Object.entries(policyNumbers).map(([name, number]) => [name, number.value]),
  ) as Policy,
)

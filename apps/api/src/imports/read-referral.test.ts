import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { ImportedReferral } from '../contract.ts'
import { readReferral } from './read-referral.ts'

const plain = {
  patient: {
    mrn: 'INV-1',
    familyName: 'Quillfeather',
    givenName: 'Odile',
    birthDate: '1948-04-05',
    sex: 'female',
  },
  referral: {
    externalId: 'R-1',
    referrerName: 'Dr. A. Invented',
    receivedOn: '2026-11-20',
    reason: 'Pain',
  },
  findings: { levels: [{ level: 'L1', onsetOn: '2026-10-20' }], patient: { painScore: 8 } },
}

const parts = [
  ['patient', Object.keys(ImportedReferral.shape.patient.shape)],
  ['referral', Object.keys(ImportedReferral.shape.referral.shape)],
] as const

const value = fc.oneof(
  fc.string({ maxLength: 45 }),
  anyText(12),
  fc.constantFrom('', ' ', 'x ', ' x', 'a\tb', 'a\nb', 'é', 'x'.repeat(41), 'x'.repeat(4001)),
  fc.constantFrom('1948-02-30', '2026-11-20', 'soon', 'male', null, 0, -0, true, undefined),
  fc.constantFrom([], {}, ['x']),
)

const changed = fc
  .constantFrom(...parts)
  .chain(([part, keys]) => fc.tuple(fc.constant(part), fc.constantFrom(...keys, 'other'), value))

it('A row is read quickly as the schema reads it, whatever it tells', () => {
  fc.assert(
    fc.property(fc.array(changed, { maxLength: 3 }), (changes) => {
      const told: Record<string, Record<string, unknown>> = structuredClone(plain)
      for (const [part, key, to] of changes) told[part] = { ...told[part], [key]: to }
      const quick = readReferral(told)
      const slow = ImportedReferral.safeParse(told)
      expect(quick.success).toBe(slow.success)
      expect(quick.data).toEqual(slow.data)
      expect(quick.error?.issues).toEqual(slow.error?.issues)
    }),
    { numRuns: 500 },
  )
})

it.each([null, 1, 'x', [], {}, { patient: 1 }, { ...plain, referral: null }])(
  'What is no referral is refused: %j',
  (told) => {
    expect(readReferral(told).success).toBe(false)
  },
)

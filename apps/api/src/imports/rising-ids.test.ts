import { describe, expect, it } from 'vitest'
import { header, rowOf } from '../../test/imported.ts'
import { writtenId } from './copy-fields.ts'
import { lineOf } from './copy-lines.ts'
import { layoutOf } from './layout.ts'
import { pieceReader } from './piece-reader.ts'
import { places } from './row-columns.ts'

const marks = ['c', 'a', 'b', 'd']
const file = Buffer.from(
  [header, ...marks.map((mark) => rowOf({ mrn: mark, externalId: mark })), ''].join('\n'),
)
const someone = '019aa7d5-0000-7000-8000-000000000001'
const layout = layoutOf(file, 'csv', true)
const read = pieceReader({
  layout,
  from: layout.start,
  today: '2026-11-21',
  common: { importId: someone, byId: someone, at: '2026-11-21T09:00:00Z' },
})
const { lines, order } = read(file.subarray(layout.start.used), true)

const idsOf = (table: keyof typeof lines, rows: Iterable<number>, at: number) =>
  [...rows].map((row) => writtenId(lineOf(lines[table], row), at))

describe('The ids of the rows of a piece', () => {
  it('are of version 7, and rise in the order in which rows are stored', () => {
    const patients = idsOf('patient', order.patients, places.patient.id)
    const referrals = idsOf('referral', order.referrals, places.referral.id)
    expect([...order.patients].map((row) => marks[row])).toEqual(['a', 'b', 'c', 'd'])
    expect(patients).toEqual(patients.toSorted())
    expect(referrals).toEqual(referrals.toSorted())
    expect(new Set([...patients, ...referrals]).size).toBe(8)
    for (const id of [...patients, ...referrals])
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })

  it('are the same wherever a row is named', () => {
    const { key, patient, referral, evidence, event } = places
    const rows = [0, 1, 2, 3]
    const patients = idsOf('patient', rows, patient.id)
    expect(idsOf('key', rows, key.patientId)).toEqual(patients)
    expect(idsOf('referral', rows, referral.patientId)).toEqual(patients)
    const referrals = idsOf('referral', rows, referral.id)
    expect(idsOf('evidence', rows, evidence.referralId)).toEqual(referrals)
    expect(idsOf('event', rows, event.referralId)).toEqual(referrals)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorsOf, header, navigatorOf, ran, rowOf, sendPatiently, usualRow } from './imported.ts'
import { newPatient, type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
beforeAll(async () => {
  running = await runningApp()
  as = await navigatorOf(running)
})
afterAll(() => running.close())

const file = (...rows: string[]) => [header, ...rows, ''].join('\n')
const row = (mark: string, cells: Partial<typeof usualRow> = {}) =>
  rowOf({ externalId: mark, mrn: mark, ...cells })

describe('A patient', () => {
  it('is known by the MRN in any case and the birth date', async () => {
    const done = await ran(running, as, file(row('q-1'), row('Q-1', { externalId: 'q-2' })))
    expect(done.counts).toMatchObject({ imported: 2, patients: 1 })
  })

  it('keeps the name that came first, and is sorted by it', async () => {
    const first = row('n-1', { familyName: 'Ash\\nton' })
    const second = row('N-1', { externalId: 'n-2', familyName: 'Brackenrow' })
    await ran(running, as, file(first, second))
    await ran(running, as, file(row('n-1', { externalId: 'n-3', familyName: 'Corvin' })))
    const referrals = await running.owner.referral.findMany({
      where: { externalId: { in: ['n-1', 'n-2', 'n-3'] } },
      include: { patient: true },
    })
    expect(new Set(referrals.map(({ patient }) => patient.familyName))).toEqual(
      new Set(['Ash\\nton']),
    )
    expect(referrals.map(({ sortName }) => sortName)).toEqual(
      referrals.map(() => 'ash\\nton\todile'),
    )
    expect(referrals).toHaveLength(3)
  })

  it('is refused under an MRN with another birth date, in the file or before', async () => {
    const done = await ran(
      running,
      as,
      file(row('B-1'), row('b-1', { externalId: 'B-2', birthDate: '1950-01-01' })),
    )
    expect(done.counts).toMatchObject({ imported: 1, refused: 1 })
    expect((await errorsOf(running, as, done))[0]).toMatch(
      /^3,birthDate,differs from the birth date/,
    )
    const again = await ran(
      running,
      as,
      file(row('B-1', { externalId: 'B-3', birthDate: '1950-01-01' })),
    )
    expect(again.counts).toMatchObject({ imported: 0, refused: 1, patients: 0 })
  })

  it('is registered once when an import and a person do so at the same moment', async () => {
    const marks = Array.from({ length: 20 }, (_, index) => `RACE-${index}`)
    const importing = ran(running, as, file(...marks.map((mark) => row(mark))))
    const answers = await Promise.all(
      marks.map((mrn) =>
        sendPatiently(running, 'POST', '/api/patients', {
          as,
          body: { ...newPatient(), mrn: mrn.toLowerCase(), birthDate: usualRow.birthDate },
        }),
      ),
    )
    expect((await importing).counts).toMatchObject({ imported: 20, refused: 0 })
    expect(answers.filter(({ statusCode }) => ![201, 409].includes(statusCode))).toEqual([])
    const patients = await running.owner.patient.count({
      where: { mrn: { startsWith: 'race-', mode: 'insensitive' } },
    })
    expect(patients).toBe(20)
  })
})

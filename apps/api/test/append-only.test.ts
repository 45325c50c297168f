import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

const changesOf = (table: string, column: string) => [
  `UPDATE "${table}" SET "${column}" = 'meets'`,
  `DELETE FROM "${table}"`,
  `TRUNCATE "${table}" CASCADE`,
]

const kinds: [string, string, string[]][] = [
  [
    'A recorded screening',
    'a recorded screening is never changed or removed',
    [
      ...changesOf('Screening', 'outcome'),
      'TRUNCATE "Screening", "Decision", "Impression"',
      'TRUNCATE "Patient" CASCADE',
    ],
  ],
  ['A decision', 'what was recorded is never changed', changesOf('Decision', 'kind')],
  ['An impression', 'what was recorded is never changed', changesOf('Impression', 'kind')],
  ['A sign-off', 'what was recorded is never changed', changesOf('SignOff', 'note')],
  [
    'The withdrawal of a sign-off',
    'what was recorded is never changed',
    changesOf('SignOffWithdrawal', 'reason'),
  ],
  ['Evidence', 'what was recorded is never changed', changesOf('Evidence', 'originName')],
  ['A ruling', 'what was recorded is never changed', changesOf('Ruling', 'reason')],
  [
    'The event of a referral',
    'what was recorded is never changed',
    [...changesOf('ReferralEvent', 'what'), 'TRUNCATE "Account" CASCADE'],
  ],
]

describe.each(kinds)('%s', (_, refusal, changes) => {
  it.each(changes)('is not changed by its tables’ owner: %s', async (statement) => {
    const attempt = fresh.owner.$executeRawUnsafe(statement)
    await expect(attempt).rejects.toThrow(/is never changed or removed/)
  })

  it.each(changes)('is not changed by the application: %s', async (statement) => {
    const attempt = fresh.database.$executeRawUnsafe(statement)
    await expect(attempt).rejects.toThrow('permission denied')
  })

  it('is not changed by a session that poses as a replica', async () => {
    const [, removal = ''] = changes
    const attempt = fresh.owner.$transaction([
      fresh.owner.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
      fresh.owner.$executeRawUnsafe(removal),
    ])
    await expect(attempt).rejects.toThrow(refusal)
  })
})

describe('A referral', () => {
  it.each(['DELETE FROM "Referral"', 'TRUNCATE "Referral" CASCADE'])(
    'is not removed by the application: %s',
    async (statement) => {
      const attempt = fresh.database.$executeRawUnsafe(statement)
      await expect(attempt).rejects.toThrow('permission denied')
    },
  )
})

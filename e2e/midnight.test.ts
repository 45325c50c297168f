import { expect, test } from './fixtures.ts'
import { receiveReferral } from './referrals.ts'

const dayMs = 24 * 60 * 60_000

test('a list that stays open over midnight says that it is not of today', async ({
  page,
  patient,
  signIn,
}) => {
  await page.clock.install()
  await signIn(page, 'navigator')
  await receiveReferral(page, patient)
  await page.goto('/worklist?list=open')
  await expect(page.getByRole('columnheader', { name: /^Outcome as of/ })).toBeVisible()
  await expect(page.getByText('not of today')).toHaveCount(0)
  let days = 0
  await expect(async () => {
    days += 1
    await page.clock.setSystemTime(Date.now() + days * dayMs)
    await page.clock.runFor(31_000)
    await expect(page.getByText('not of today')).toHaveCount(1, { timeout: 1_000 })
  }, 'an answer of the server, whose day is not over, corrects the clock: another midnight comes').toPass()
})

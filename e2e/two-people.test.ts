import { expectNoViolations } from './axe.ts'
import { expect, test } from './fixtures.ts'
import {
  allButRetropulsion,
  bothVersions,
  changeBehind,
  openReferral,
  readReferral,
  receiveReferral,
} from './referrals.ts'

test.beforeEach(async ({ page, patient: _, signIn }) => signIn(page, 'navigator'))

test('of two browsers that change one referral, the second sees both versions and loses nothing', async ({
  page,
  browser,
  patient,
  product,
  signIn,
}) => {
  const { id } = await receiveReferral(page, patient)
  const elsewhere = await browser.newContext({ baseURL: product.url })
  const other = await elsewhere.newPage()
  await signIn(other, 'surgeon')
  for (const one of [page, other]) {
    await openReferral(one, id)
    await one.getByRole('button', { name: 'Change…' }).click()
  }
  await other.getByRole('textbox', { name: 'Due' }).fill('+2d')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByRole('button', { name: 'Change…' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Due' }).fill('+9d')
  await page.getByRole('textbox', { name: 'Organisation' }).fill('Northfield Practice')
  await page.getByRole('button', { name: 'Save' }).click()

  const due = bothVersions(page).getByRole('row', { name: /^Due/ })
  await expect(due.getByRole('cell')).toHaveCount(2)
  await expect(bothVersions(page)).toContainText('Demo surgeon')
  await bothVersions(page).getByRole('button', { name: 'Back to what you typed' }).click()
  await expect(page.getByRole('textbox', { name: 'Organisation' })).toHaveValue(
    'Northfield Practice',
  )
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Change…' })).toBeVisible()
  await elsewhere.close()
  const kept = await readReferral(page, id)
  expect(kept.referrer.organisation).toBe('Northfield Practice')
  expect(kept.events.filter(({ kind }) => kind === 'change')).toHaveLength(2)

  await test.step('both versions of a referral, and asking why, have no violation', async () => {
    await changeBehind(page, id, 'PATCH', '', { priority: 'urgent' })
    await page.getByRole('button', { name: 'In triage…' }).click()
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Move to In triage' }).click()
    await expect(bothVersions(page)).toBeVisible()
    await expectNoViolations(page)
  })
})

test('evidence that was entered while somebody else changed the referral is kept and sent again', async ({
  page,
  patient,
}) => {
  const { id } = await receiveReferral(page, patient)
  await changeBehind(page, id, 'POST', '/evidence', allButRetropulsion())
  await openReferral(page, id)
  await changeBehind(page, id, 'POST', '/notes', { text: 'Called the practice.' })
  await page.getByRole('link', { name: 'Is bone pushed back into the spinal canal' }).click()
  await page.getByRole('group', { name: 'Retropulsion' }).getByLabel('None').check()
  await page.getByRole('group', { name: 'Where it comes from' }).getByLabel('Document').check()
  await page.getByRole('textbox', { name: 'Which one' }).fill('MRI report')
  await page.getByRole('link', { name: 'Worklist' }).first().click()
  await expect(page.getByRole('dialog', { name: 'Your entries are not saved' })).toBeVisible()
  await page.getByRole('button', { name: 'Stay on this page' }).click()
  await page.getByRole('button', { name: 'Add this evidence' }).click()
  await expect(bothVersions(page).getByRole('row', { name: /^Retropulsion at L1/ })).toContainText(
    'None',
  )
  await bothVersions(page).getByRole('button', { name: 'Save yours' }).click()
  await expect(page.getByText('The evidence was added.')).toBeVisible()
  await expect(page.getByText('Called the practice.').first()).toBeVisible()
  await expect(page.locator('[data-outcome]')).toHaveAttribute('data-outcome', 'meets')
})

import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { expect, test } from './fixtures.ts'
import {
  allButRetropulsion,
  bothVersions,
  changeBehind,
  openReferral,
  receiveReferral,
  retropulsionFrom,
} from './referrals.ts'

test.beforeEach(async ({ page, patient: _, signIn }) => signIn(page, 'navigator'))

const wider = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function referralInConflict(page: Page, patient: Parameters<typeof receiveReferral>[1]) {
  const { id } = await receiveReferral(page, patient)
  await changeBehind(page, id, 'POST', '/evidence', allButRetropulsion())
  for (const one of [
    retropulsionFrom('document', 'Second MRI report', 'none'),
    retropulsionFrom('phone-call', 'Radiology desk', 'mild'),
  ]) {
    await changeBehind(page, id, 'POST', '/evidence', one)
  }
  return id
}

test('the worklist, its filters, an edited row and a failure have no violation', async ({
  page,
  context,
  patient,
}) => {
  await receiveReferral(page, patient)
  await page.goto('/worklist?list=open&priority=routine')
  await page.getByText(/^Saved views/).click()
  await page.getByRole('button', { name: /^Edit/ }).first().click()
  await page.getByRole('combobox', { name: /^State/ }).selectOption({ index: 1 })
  await page
    .getByLabel(/^Select LINDQVIST/)
    .first()
    .check()
  await expectNoViolations(page)
  await context.setOffline(true)
  await page.getByRole('link', { name: /Done$/ }).click()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Leave and lose them' }).click()
  await expect(page.getByText('Could not load the list')).toBeVisible()
  await expectNoViolations(page)
})

test('a referral in conflict, with every form open and with problems, has no violation', async ({
  page,
  patient,
}) => {
  const id = await referralInConflict(page, patient)
  await openReferral(page, id)
  await expect(page.getByText('1 fact is in conflict')).toBeVisible()
  await page
    .getByRole('button', { name: /^Choose…/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Choose', exact: true }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  for (const name of ['Change…', 'Add a document…', 'Add a task…', 'Add a note…']) {
    await page.getByRole('button', { name, exact: true }).click()
  }
  await page.getByRole('link', { name: 'Add evidence' }).click()
  for (const fold of await page.locator('details.folded > summary').all()) await fold.click()
  await page.getByRole('button', { name: 'Add this evidence' }).click()
  await expectNoViolations(page)
  expect(await wider(page)).toBe(0)
})

test('both versions of a referral, and asking why, have no violation', async ({
  page,
  patient,
}) => {
  const { id } = await receiveReferral(page, patient)
  await openReferral(page, id)
  await changeBehind(page, id, 'PATCH', '', { priority: 'urgent' })
  await page.getByRole('button', { name: 'In triage…' }).click()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Move to In triage' }).click()
  await expect(bothVersions(page)).toBeVisible()
  await expectNoViolations(page)
})

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 720 } })

  test('nothing has to be scrolled sideways in the worklist and in a referral', async ({
    page,
    patient,
  }) => {
    const id = await referralInConflict(page, patient)
    await page.goto('/worklist?list=open')
    await page.getByRole('button', { name: /^Edit/ }).first().click()
    expect(await wider(page)).toBe(0)
    await openReferral(page, id)
    await page.getByRole('button', { name: 'Change…', exact: true }).click()
    await page.getByRole('link', { name: 'Add evidence' }).click()
    for (const fold of await page.locator('details.folded > summary').all()) await fold.click()
    expect(await wider(page)).toBe(0)
    await page.goto(`/patients/${patient.id}/referrals/new`)
    await page.getByRole('button', { name: 'Take in the referral' }).click()
    await expect(page.locator('.error-summary')).toBeFocused()
    expect(await wider(page)).toBe(0)
    await expectNoViolations(page)
  })
})

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
import { wider } from './width.ts'

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

async function everyFormOpen(page: Page) {
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
  await page.locator('details.folded > summary').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLElement).click()
  })
  await page.getByRole('button', { name: 'Add this evidence' }).click()
  await expectNoViolations(page)
  expect(await wider(page)).toBe(0)
}

async function narrow(page: Page, patientId: string) {
  expect(await wider(page)).toBe(0)
  await page.goto('/worklist?list=open')
  await page.getByRole('button', { name: /^Edit/ }).first().click()
  expect(await wider(page)).toBe(0)
  await page.goto(`/patients/${patientId}/referrals/new`)
  await page.getByRole('button', { name: 'Take in the referral' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  expect(await wider(page)).toBe(0)
  await expectNoViolations(page)
}

async function chosenTooLate(page: Page, id: string) {
  await expect(page.getByText('The outcome is in doubt.')).toBeVisible()
  await page.getByRole('button', { name: /^Choose… .*Second MRI report/ }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('The written report counts')
  const third = retropulsionFrom('examination', 'Second reading', 'mild')
  await changeBehind(page, id, 'POST', '/evidence', third)
  await page.getByRole('button', { name: 'Add a note…' }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('Rang the practice.')
  await page.getByRole('button', { name: 'Add a note', exact: true }).click()
  await bothVersions(page).getByRole('button', { name: 'Save yours' }).click()
  await expect(page.getByText('Second reading').first()).toBeVisible()
  await page.getByRole('button', { name: 'Choose', exact: true }).click()
  await expect(bothVersions(page)).toContainText('Chosen: None')
  await bothVersions(page).getByRole('button', { name: 'Drop yours' }).click()
  await expect(page.locator('[data-outcome]')).toHaveAttribute(
    'data-outcome',
    'insufficient-information',
  )
}

test('a referral in conflict is read in every state and width, and a choice in it is not made unseen', async ({
  page,
  patient,
  signIn,
}) => {
  await signIn(page, 'navigator')
  const id = await referralInConflict(page, patient)
  await openReferral(page, id)
  await test.step('a referral in conflict, with every form open and with problems, has no violation', () =>
    everyFormOpen(page))
  await page.setViewportSize({ width: 320, height: 720 })
  await test.step('at 320 px nothing has to be scrolled sideways in a referral and in the worklist', () =>
    narrow(page, patient.id))
  await page.setViewportSize({ width: 1280, height: 900 })
  await openReferral(page, id)
  await test.step('a choice between sources is not made over one that came since its form was opened', () =>
    chosenTooLate(page, id))
})

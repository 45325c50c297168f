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

test('a choice between sources is not made over one that came since its form was opened', async ({
  page,
  patient,
}) => {
  const { id } = await receiveReferral(page, patient)
  await changeBehind(page, id, 'POST', '/evidence', allButRetropulsion())
  for (const one of [
    retropulsionFrom('document', 'Second MRI report', 'none'),
    retropulsionFrom('phone-call', 'Radiology desk', 'mild'),
  ]) {
    await changeBehind(page, id, 'POST', '/evidence', one)
  }
  await openReferral(page, id)
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
})

import {
  choose,
  consultThatMeets,
  enter,
  openScreening,
  question,
  record,
  result,
} from './consult.ts'
import { expect, test } from './fixtures.ts'

test('problems are shown all at once, with links to the fields, and the values are kept', async ({
  page,
  patient,
}) => {
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  await page.getByRole('textbox', { name: 'Pain score', exact: true }).fill('eleven')
  await page.getByRole('textbox', { name: 'MRI date', exact: true }).fill('31-Feb-2026')
  await page.getByRole('button', { name: 'Record screening' }).click()

  const summary = page.locator('.error-summary')
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('heading')).toHaveText('There is a problem')
  await expect(summary.getByRole('link')).toHaveCount(2)
  await expect(page.getByRole('textbox', { name: 'Pain score', exact: true })).toHaveValue('eleven')

  for (const link of await summary.getByRole('link').all()) {
    const says = await link.textContent()
    await expect(page.getByText(says ?? '', { exact: true })).toHaveCount(2)
  }
  await summary.getByRole('link').last().click()
  await expect(page.getByRole('textbox', { name: 'Pain score', exact: true })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('8')
  await expect(page.getByRole('textbox', { name: 'Pain score', exact: true })).toBeFocused()
})

test('a screening without a level is not sent, and says which field is missing', async ({
  page,
  patient,
}) => {
  await openScreening(page, patient.id)
  await page.getByRole('button', { name: 'Record screening' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.getByRole('button', { name: 'Record screening' })).toBeEnabled()
})

test('contradictory entries are refused by name and never repaired', async ({ page, patient }) => {
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  await choose(page, 'Response to conservative care', 'Not tried')
  await expect(page.getByText('No result: entries contradict each other')).toBeVisible()
  await page.getByRole('button', { name: 'Record screening' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
})

test('not meeting the criteria is a result, not an error', async ({ page, patient }) => {
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  await choose(page, 'Retropulsion', 'Significant')
  await expect(result(page)).toHaveAttribute('data-outcome', 'does-not-meet')
  await expect(page.locator('.error-summary')).toHaveCount(0)
  await record(page)
})

test('nothing is chosen beforehand, and every single choice offers "Not recorded"', async ({
  page,
  patient,
}) => {
  await openScreening(page, patient.id)
  await page.getByLabel('Level 1', { exact: true }).selectOption('L1')
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  const withoutWayOut = await page
    .locator('fieldset:has(> .options input[type=radio])')
    .evaluateAll((groups) =>
      groups
        .filter((group) => !group.querySelector('input[value=not-recorded]'))
        .map((group) => group.querySelector('legend')?.textContent),
    )
  expect(withoutWayOut).toEqual([])
  await choose(page, 'Retropulsion', 'None')
  await choose(page, 'Retropulsion', 'Not recorded')
  await expect(question(page, 'Retropulsion').getByLabel('Not recorded')).toBeChecked()
  await expect(
    page.locator('[data-criterion="no-significant-retropulsion"]').first(),
  ).toHaveAttribute('data-status', 'unknown')
})

import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { enter, openRecorded, openScreening, result } from './consult.ts'
import { expect, test } from './fixtures.ts'

const wider = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test.afterEach(async ({ page, signIn }) => {
  await signIn(page, 'admin')
  await page.request.put('/api/settings', { data: { blindFirst: false } })
})

test('where an admin has chosen blind first, a surgeon gives an impression before the outcome is shown', async ({
  page,
  patient,
  signIn,
}) => {
  await signIn(page, 'admin')
  await page.goto('/')
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('group', { name: 'Blind first' }).getByLabel('On', { exact: true }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/^Last changed .* admin\.$/)).toBeVisible()
  await expectNoViolations(page)

  await signIn(page, 'navigator')
  await openRecorded(page, patient)
  await expect(result(page)).toHaveAttribute('data-outcome', 'meets')
  await expect(page.getByRole('button', { name: 'Record a decision…' })).toHaveCount(0)
  const recordedAt = page.url()

  await signIn(page)
  await openScreening(page, patient.id)
  await enter(page, { level: 'L1', choices: {}, texts: {} })
  const soFar = page.getByRole('complementary', { name: 'Result so far' })
  await expect(soFar.getByText('Your impression first')).toBeVisible()
  await expect(page.locator('[data-outcome], [data-criterion]')).toHaveCount(0)

  await page.setViewportSize({ width: 320, height: 720 })
  await page.goto(recordedAt)
  await expect(page.getByRole('heading', { name: 'Your impression first' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Findings as recorded' })).toBeVisible()
  await expect(page.locator('[data-outcome], [data-criterion]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Record impression and show the outcome' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  expect(await wider(page)).toBe(0)
  await expectNoViolations(page)
  await page.getByLabel('Defer until a day').check()
  await page.getByRole('button', { name: 'Record impression and show the outcome' }).click()
  await expect(result(page)).toHaveAttribute('data-outcome', 'meets')
  const impression = page.getByRole('region', { name: 'Impression' })
  await expect(impression).toContainText('Defer until a day')
  await expect(impression).toContainText('Meets the documented criteria')
})

import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { consultThatMeets, enter, openScreening, record } from './consult.ts'
import { expect, test } from './fixtures.ts'

test.use({ viewport: { width: 320, height: 720 } })

const wider = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('at 320 px nothing has to be scrolled sideways to sign in', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  expect(await wider(page)).toBe(0)
})

test('at 320 px nothing has to be scrolled sideways to find, register, screen and read', async ({
  page,
  patient,
}) => {
  await page.goto('/')
  await page.getByLabel('MRN or name').fill('Lindqvist')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByText(patient.mrn).waitFor()
  expect(await wider(page)).toBe(0)
  await page.getByRole('link', { name: 'Register a patient' }).click()
  await page.getByRole('button', { name: 'Register' }).click()
  await expect(page.locator('.error-summary')).toBeVisible()
  expect(await wider(page)).toBe(0)
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  expect(await wider(page)).toBe(0)
  await record(page)
  await page.getByRole('heading', { name: 'Findings as recorded' }).waitFor()
  expect(await wider(page)).toBe(0)
  await page.getByRole('link', { name: 'Patient handout' }).click()
  await page.getByRole('heading', { name: 'About kyphoplasty' }).waitFor()
  expect(await wider(page)).toBe(0)
})

test('what is pressed is at least 24 px high and wide', async ({ page, patient }) => {
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  const tooSmall = await page
    .locator('button:visible, select:visible, label.option:visible, summary:visible')
    .evaluateAll((targets) =>
      targets
        .map((target) => ({
          text: target.textContent,
          width: target.getBoundingClientRect().width,
          height: target.getBoundingClientRect().height,
        }))
        .filter(({ width, height }) => width < 24 || height < 24),
    )
  expect(tooSmall).toEqual([])
})

test('at 320 px the form has no violation where the strip at its foot lies on nothing', async ({
  page,
  patient,
}) => {
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await expect(page.locator('.result-strip')).toBeInViewport()
  await expectNoViolations(page)
})

import type { Page } from '@playwright/test'
import type { Screening } from '../apps/api/src/contract.ts'
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

const painScore = (page: Page) => page.getByRole('textbox', { name: 'Pain score', exact: true })

const summary = (page: Page) => page.locator('.error-summary')

async function withoutLevel(page: Page) {
  await page.getByRole('button', { name: 'Record screening' }).click()
  await expect(summary(page)).toBeFocused()
  await expect(page.getByRole('button', { name: 'Record screening' })).toBeEnabled()
}

async function nothingChosenBeforehand(page: Page) {
  await page.getByLabel('Level 1', { exact: true }).selectOption('L1')
  await expect(question(page, 'MRI finding')).toBeVisible()
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
}

async function problemsAllAtOnce(page: Page) {
  await enter(page, consultThatMeets)
  await painScore(page).fill('eleven')
  await page.getByRole('textbox', { name: 'MRI date', exact: true }).fill('31-Feb-2026')
  await page.getByRole('button', { name: 'Record screening' }).click()

  await expect(summary(page)).toBeFocused()
  await expect(summary(page).getByRole('heading')).toHaveText('There is a problem')
  await expect(summary(page).getByRole('link')).toHaveCount(2)
  await expect(painScore(page)).toHaveValue('eleven')

  for (const link of await summary(page).getByRole('link').all()) {
    const says = await link.textContent()
    await expect(page.getByText(says ?? '', { exact: true })).toHaveCount(2)
  }
  await summary(page).getByRole('link').last().click()
  await expect(painScore(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('8')
  await expect(painScore(page)).toBeFocused()
}

async function contradiction(page: Page) {
  await enter(page, consultThatMeets)
  await choose(page, 'Response to conservative care', 'Not tried')
  await expect(page.getByText('No result: entries contradict each other')).toBeVisible()
  await page.getByRole('button', { name: 'Record screening' }).click()
  await expect(summary(page)).toBeFocused()
}

async function notMeeting(page: Page) {
  await enter(page, consultThatMeets)
  await choose(page, 'Retropulsion', 'Significant')
  await expect(result(page)).toHaveAttribute('data-outcome', 'does-not-meet')
  await expect(summary(page)).toHaveCount(0)
}

async function answerThatDiffers(page: Page) {
  await page.route('**/api/screenings', async (route) => {
    const answer = await route.fetch()
    const screening = (await answer.json()) as Screening
    const altered = { ...screening, result: { ...screening.result, headline: 'Another headline.' } }
    await route.fulfill({ response: answer, json: altered })
  })
  await record(page)
  await expect(page.getByText('differs from the one shown before recording')).toBeVisible()
}

test('a form says what it cannot take, and records what it can', async ({ page, patient }) => {
  await openScreening(page, patient.id)
  await test.step('a screening without a level is not sent, and says which field is missing', () =>
    withoutLevel(page))
  await test.step('nothing is chosen beforehand, and every single choice offers "Not recorded"', () =>
    nothingChosenBeforehand(page))
  await test.step('problems are shown all at once, with links to the fields, and the values are kept', () =>
    problemsAllAtOnce(page))
  await test.step('contradictory entries are refused by name and never repaired', () =>
    contradiction(page))
  await test.step('not meeting the criteria is a result, not an error', () => notMeeting(page))
  await test.step('an answer of the server that differs from the one shown before is an error on the page', () =>
    answerThatDiffers(page))
})

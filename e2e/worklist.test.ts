import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { changeBehind, daysAgo, receiveReferral } from './referrals.ts'
import { rowOf, search } from './worklist.ts'

test.beforeEach(async ({ page, patient: _, signIn }) => signIn(page, 'navigator'))

test('a list says what it is, and what is new in it is shown when asked, also after the server was killed', async ({
  page,
  patient,
  product,
}) => {
  const { id } = await receiveReferral(page, patient, { dueOn: daysAgo(3) })
  await page.goto('/')
  await expect(page).toHaveURL(/\/worklist$/)
  await search(page, patient.mrn)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `Needs information · everyone · found by “${patient.mrn}” · by closing window · 1 referral`,
  )
  await expect(rowOf(page, patient.mrn)).toContainText('3 days overdue')
  await expect(rowOf(page, patient.mrn)).toContainText('Fractured level')

  await receiveReferral(page, patient)
  await expect(page.getByText('1 new', { exact: true })).toBeVisible()
  await expect(rowOf(page, patient.mrn)).toHaveCount(1)
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(rowOf(page, patient.mrn)).toHaveCount(2)
  await expect(page.getByText('1 new', { exact: true })).toBeHidden()

  await product.kill()
  await product.start()
  await changeBehind(page, id, 'POST', '/notes', { text: 'Rang the practice.' })
  await expect(page.getByText('1 changed', { exact: true })).toBeVisible()
})

async function keptAsView(page: Page) {
  await page.goto('/worklist?list=overdue&owner=me&sort=due')
  await page.getByText(/^Saved views/).click()
  await page.getByLabel('Name of the view').fill('Mine overdue')
  await page.getByRole('button', { name: 'Keep this list' }).click()
  await page.getByRole('link', { name: /Done$/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Done · me')
  await page.getByRole('button', { name: 'Mine overdue', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Overdue · me · by due date')
  await page.getByRole('button', { name: 'Rename Mine overdue' }).click()
  await page.getByLabel('New name').fill('My overdue ones')
  await page.getByRole('button', { name: 'Rename', exact: true }).click()
  await page.getByRole('button', { name: 'Delete My overdue ones' }).click()
  await page.getByRole('button', { name: 'Yes, delete My overdue ones' }).click()
  await expect(page.getByText('Saved views (0)')).toBeVisible()
}

async function failsAndIsEmpty(page: Page) {
  await page.goto('/worklist?priority=urgent&outcome=meets&state=closed')
  await expect(page.getByText('No referral is in this list with these filters.')).toBeVisible()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Take the filters away' }).click()
  await expect(page.getByText('Could not load the list')).toBeVisible()
  await expect(page.getByText('No referral is in this list')).toBeHidden()
  await page.context().setOffline(false)
}

test('a list is kept, and never says more than is known of it', async ({
  page,
  patient,
  product,
}) => {
  await test.step('a list is kept as a view, opened, renamed and deleted', () => keptAsView(page))
  await test.step('a list that fails is not an empty list, and an empty one says so', () =>
    failsAndIsEmpty(page))
  await test.step('a list says how many of its referrals are still to be screened for today', async () => {
    const { id } = await receiveReferral(page, patient)
    await product.sql(`UPDATE "Referral" SET "nextChangeOn" = '${daysAgo(0)}' WHERE id = '${id}'`)
    await page.goto('/worklist')
    await expect(page.getByText('1 referral still to be screened for today')).toBeVisible()
  })
})

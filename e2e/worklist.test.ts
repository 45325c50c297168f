import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { changeBehind, daysAgo, readReferral, receiveReferral } from './referrals.ts'

test.beforeEach(async ({ page, patient: _, signIn }) => signIn(page, 'navigator'))

async function search(page: Page, text: string) {
  await page.getByRole('searchbox', { name: 'Name or MRN' }).fill(text)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`found by “${text}”`)
}

const rowOf = (page: Page, mrn: string) => page.getByRole('row').filter({ hasText: mrn })

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

test('what is searched for stays out of addresses, titles and storage, and comes back on the way back', async ({
  page,
  patient,
}) => {
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  page.on('framenavigated', (frame) => addresses.push(frame.url()))
  await receiveReferral(page, patient)
  await page.goto('/worklist')
  await search(page, 'lindqvist')
  await page.getByRole('button', { name: 'Patient' }).click()
  await expect(page.getByRole('columnheader', { name: 'Patient' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect(page.getByRole('button', { name: 'Patient' })).toBeFocused()
  await page.getByRole('link', { name: 'LINDQVIST, Agneta' }).first().click()
  await page.getByRole('heading', { name: /^Referral of/ }).waitFor()
  addresses.push(await page.evaluate(keptInBrowser))
  await page.goBack()
  await expect(page.getByRole('searchbox')).toHaveValue('lindqvist')
  addresses.push(await page.evaluate(keptInBrowser))
  const told = decodeURIComponent(addresses.join('\n')).toLowerCase()
  for (const word of ['lindqvist', 'agneta', patient.mrn.toLowerCase(), '1948']) {
    expect(told).not.toContain(word)
  }
})

const keptInBrowser = () =>
  JSON.stringify([document.title, { ...localStorage }, { ...sessionStorage }, history.state])

test('referrals are edited in their rows and given to one owner at once', async ({
  page,
  patient,
}) => {
  const first = await receiveReferral(page, patient)
  const second = await receiveReferral(page, patient)
  await page.goto('/worklist')
  await search(page, patient.mrn)
  await page.getByRole('button', { name: /^Edit/ }).first().click()
  await expect(page.getByRole('combobox', { name: /^Owner/ })).toBeFocused()
  await page.getByRole('textbox', { name: /^Due/ }).fill('some day')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/is not a date that can be read/)).toBeVisible()
  await page.getByRole('textbox', { name: /^Due/ }).fill('+3d')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('due in 3 days')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Edit/ }).first()).toBeFocused()

  await page.getByLabel('Select every referral of this page').check()
  await page.getByLabel('Owner of the selected').selectOption('Demo surgeon')
  await page.getByRole('button', { name: 'Assign' }).click()
  await expect(page.getByText('2 referrals assigned to Demo surgeon.')).toBeVisible()
  for (const { id } of [first, second]) {
    expect((await readReferral(page, id)).owner?.displayName).toBe('Demo surgeon')
  }
})

test('a list is kept as a view, opened, renamed and deleted', async ({ page }) => {
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
})

test('a list that fails is not an empty list, and an empty one says so', async ({
  page,
  context,
}) => {
  await page.goto('/worklist?priority=urgent&outcome=meets&state=closed')
  await expect(page.getByText('No referral is in this list with these filters.')).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Take the filters away' }).click()
  await expect(page.getByText('Could not load the list')).toBeVisible()
  await expect(page.getByText('No referral is in this list')).toBeHidden()
})

test('a list says how many of its referrals are still to be screened for today', async ({
  page,
  patient,
  product,
}) => {
  const { id } = await receiveReferral(page, patient)
  await product.sql(`UPDATE "Referral" SET "nextChangeOn" = CURRENT_DATE WHERE id = '${id}'`)
  await page.goto('/worklist')
  await expect(page.getByText('1 referral still to be screened for today')).toBeVisible()
})

test('a list is saved as a CSV file', async ({ page }) => {
  await page.goto('/worklist?list=open')
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as CSV' }).click()
  expect((await started).suggestedFilename()).toMatch(/\.csv$/)
})

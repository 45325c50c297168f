import type { Page } from '@playwright/test'
import type { Patient } from '../apps/api/src/contract.ts'
import { expectNoViolations } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { bothVersions, changeBehind, daysAgo, readReferral, receiveReferral } from './referrals.ts'
import { rowOf, search } from './worklist.ts'

const edit = (page: Page) => page.getByRole('button', { name: /^Edit/ })

const due = (page: Page) => page.getByRole('textbox', { name: /^Due/ })

const keptInBrowser = () =>
  JSON.stringify([document.title, { ...localStorage }, { ...sessionStorage }, history.state])

async function searchedStaysOut(page: Page, { mrn }: Patient) {
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  page.on('framenavigated', (frame) => addresses.push(frame.url()))
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
  for (const word of ['lindqvist', 'agneta', mrn.toLowerCase(), '1948']) {
    expect(told).not.toContain(word)
  }
}

async function changedMeanwhile(page: Page, { mrn }: Patient, id: string) {
  await search(page, mrn)
  await expect(edit(page)).toHaveCount(1)
  await edit(page).click()
  await changeBehind(page, id, 'PATCH', '', { priority: 'urgent' })
  await page.getByRole('combobox', { name: /^Priority/ }).selectOption('Soon')
  await page.getByRole('combobox', { name: /^State/ }).selectOption('In triage')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(bothVersions(page).getByRole('row', { name: /^Priority/ })).toContainText('Urgent')
  await bothVersions(page).getByRole('button', { name: 'Save yours' }).click()
  await expect(edit(page)).toBeFocused()
  await expect(rowOf(page, mrn)).toContainText('In triage')
  expect(await readReferral(page, id)).toMatchObject({ priority: 'soon', state: 'in-triage' })
}

async function editedAndAssigned(page: Page, ids: readonly string[]) {
  await edit(page).first().click()
  await expect(page.getByRole('combobox', { name: /^Owner/ })).toBeFocused()
  await due(page).fill('some day')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/is not a date that can be read/)).toBeVisible()
  await due(page).fill(daysAgo(-3))
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('due in 3 days')).toBeVisible()
  await expect(edit(page).first()).toBeFocused()

  await page.getByLabel('Select every referral of this page').check()
  await page.getByLabel('Owner of the selected').selectOption('Demo surgeon')
  await page.getByRole('button', { name: 'Assign' }).click()
  await expect(page.getByText('2 referrals assigned to Demo surgeon.')).toBeVisible()
  for (const id of ids) {
    expect((await readReferral(page, id)).owner?.displayName).toBe('Demo surgeon')
  }
}

async function savedAsCsv(page: Page) {
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as CSV' }).click()
  expect((await started).suggestedFilename()).toMatch(/\.csv$/)
}

async function looksAtList(page: Page) {
  await page.goto('/worklist?list=open&priority=routine')
  await page.getByText(/^Saved views/).click()
  await edit(page).first().click()
  await page.getByRole('combobox', { name: /^State/ }).selectOption({ index: 1 })
  await page
    .getByLabel(/^Select LINDQVIST/)
    .first()
    .check()
  await expectNoViolations(page)
  await page.context().setOffline(true)
  await page.getByRole('link', { name: /Done$/ }).click()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Leave and lose them' }).click()
  await expect(page.getByText('Could not load the list')).toBeVisible()
  await expectNoViolations(page)
}

test('the rows of the worklist are searched, edited by one and by two, assigned and taken out', async ({
  page,
  patient,
  signIn,
}) => {
  await signIn(page, 'navigator')
  const first = await receiveReferral(page, patient)
  await test.step('what is searched for stays out of addresses, titles and storage, and comes back on the way back', () =>
    searchedStaysOut(page, patient))
  await test.step('a row that somebody else has changed meanwhile shows both versions', () =>
    changedMeanwhile(page, patient, first.id))
  const second = await receiveReferral(page, patient)
  await page.goto('/worklist?list=open')
  await search(page, patient.mrn)
  await test.step('referrals are edited in their rows and given to one owner at once', () =>
    editedAndAssigned(page, [first.id, second.id]))
  await test.step('a list is saved as a CSV file', () => savedAsCsv(page))
  await test.step('the worklist, its filters, an edited row and a failure have no violation', () =>
    looksAtList(page))
})

import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openReferral, receiveReferral } from './referrals.ts'

const question = (page: Page) => page.getByRole('dialog', { name: 'Your entries are not saved' })

const note = (page: Page) => page.getByRole('textbox', { name: 'Note' })

const due = (page: Page) => page.getByRole('textbox', { name: /^Due/ })

async function noteIsAskedAbout(page: Page) {
  await page.getByRole('button', { name: 'Add a note…' }).click()
  await page.getByRole('link', { name: 'Worklist' }).first().click()
  await expect(page).toHaveURL(/\/worklist$/)
  await page.getByRole('searchbox', { name: 'Name or MRN' }).waitFor()
  await page.goBack()
  await page.getByRole('button', { name: 'Add a note…' }).click()
  await note(page).fill('Rang the practice.')
  await page.getByRole('link', { name: 'Worklist' }).first().click()
  await expect(question(page)).toContainText('What you typed under “Add a note”')
  await question(page).getByRole('button', { name: 'Stay on this page' }).click()
  await expect(note(page)).toHaveValue('Rang the practice.')
  await page.getByRole('button', { name: 'Add a note', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Add a note…' })).toBeVisible()
  await page.getByRole('link', { name: 'Worklist' }).first().click()
  await expect(page).toHaveURL(/\/worklist$/)
}

async function rowIsAskedAbout(page: Page, mrn: string) {
  await page.getByRole('searchbox', { name: 'Name or MRN' }).fill(mrn)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('button', { name: /^Edit/ })).toHaveCount(2)
  await page.getByRole('button', { name: /^Edit/ }).first().click()
  await due(page).fill('+3d')
  await page.getByRole('button', { name: /^Edit/ }).click()
  await expect(due(page).first()).toHaveValue('+3d')
  await page.getByRole('link', { name: /Overdue$/ }).click()
  await question(page).getByRole('button', { name: 'Stay on this page' }).click()
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Name')
  await question(page).getByRole('button', { name: 'Stay on this list' }).click()
  await expect(due(page).first()).toHaveValue('+3d')
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Name')
  await question(page).getByRole('button', { name: 'Leave and lose them' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('by name')
  await expect(due(page)).toHaveCount(0)
  await expect(question(page)).toBeHidden()
}

async function signingOutAsks(page: Page) {
  await page.getByRole('button', { name: 'Add a note…' }).click()
  await note(page).fill('Rang the practice.')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await question(page).getByRole('button', { name: 'Stay on this page' }).click()
  await expect(note(page)).toHaveValue('Rang the practice.')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await question(page).getByRole('button', { name: 'Leave and lose them' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('LINDQVIST')).toBeHidden()
}

test('entries that are not saved are asked about before they are left', async ({
  page,
  patient,
  signIn,
}) => {
  await signIn(page, 'navigator')
  const { id } = await receiveReferral(page, patient)
  await receiveReferral(page, patient)
  await openReferral(page, id)
  await test.step('a note that is typed and not added is asked about before its page is left', () =>
    noteIsAskedAbout(page))
  await test.step('a row that is edited and not saved is asked about before its list is left', () =>
    rowIsAskedAbout(page, patient.mrn))
  await openReferral(page, id)
  await test.step('a note that is typed and not added is asked about before signing out, which leaves nothing behind', () =>
    signingOutAsks(page))
})

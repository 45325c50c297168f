import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openReferral, receiveReferral } from './referrals.ts'

test.beforeEach(async ({ page, patient: _, signIn }) => signIn(page, 'navigator'))

const question = (page: Page) => page.getByRole('dialog', { name: 'Your entries are not saved' })

test('a note that is typed and not added is asked about before its page is left', async ({
  page,
  patient,
}) => {
  const { id } = await receiveReferral(page, patient)
  await openReferral(page, id)
  await page.getByRole('button', { name: 'Add a note…' }).click()
  await page.getByRole('link', { name: 'Worklist' }).first().click()
  await expect(page).toHaveURL(/\/worklist$/)
  await openReferral(page, id)
  await page.getByRole('button', { name: 'Add a note…' }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('Rang the practice.')
  await page.getByRole('link', { name: 'Worklist' }).first().click()
  await expect(question(page)).toContainText('What you typed under “Add a note”')
  await question(page).getByRole('button', { name: 'Stay on this page' }).click()
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Rang the practice.')
  await page.getByRole('button', { name: 'Add a note', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Add a note…' })).toBeVisible()
  await page.getByRole('link', { name: 'Worklist' }).first().click()
  await expect(page).toHaveURL(/\/worklist$/)
})

test('a row that is edited and not saved is asked about before its list is left', async ({
  page,
  patient,
}) => {
  await receiveReferral(page, patient)
  await receiveReferral(page, patient)
  await page.goto('/worklist')
  await page.getByRole('searchbox', { name: 'Name or MRN' }).fill(patient.mrn)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('button', { name: /^Edit/ })).toHaveCount(2)
  await page.getByRole('button', { name: /^Edit/ }).first().click()
  await page.getByRole('textbox', { name: /^Due/ }).fill('+3d')
  await page.getByRole('button', { name: /^Edit/ }).click()
  await expect(page.getByRole('textbox', { name: /^Due/ }).first()).toHaveValue('+3d')
  await page.getByRole('link', { name: /Overdue$/ }).click()
  await question(page).getByRole('button', { name: 'Stay on this page' }).click()
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Name')
  await question(page).getByRole('button', { name: 'Stay on this list' }).click()
  await expect(page.getByRole('textbox', { name: /^Due/ }).first()).toHaveValue('+3d')
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Name')
  await question(page).getByRole('button', { name: 'Leave and lose them' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('by name')
  await expect(page.getByRole('textbox', { name: /^Due/ })).toHaveCount(0)
  await expect(question(page)).toBeHidden()
})

test('a note that is typed and not added is asked about before signing out, which leaves nothing behind', async ({
  page,
  patient,
}) => {
  const { id } = await receiveReferral(page, patient)
  await openReferral(page, id)
  await page.getByRole('button', { name: 'Add a note…' }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('Rang the practice.')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await question(page).getByRole('button', { name: 'Stay on this page' }).click()
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Rang the practice.')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await question(page).getByRole('button', { name: 'Leave and lose them' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('LINDQVIST')).toBeHidden()
})

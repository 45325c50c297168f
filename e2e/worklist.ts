import { expect, type Page } from '@playwright/test'

/** Searches the list shown and waits until it is the one found. */
export async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Name or MRN' }).fill(text)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`found by “${text}”`)
}

/** The rows of a patient in the list. */
export const rowOf = (page: Page, mrn: string) => page.getByRole('row').filter({ hasText: mrn })

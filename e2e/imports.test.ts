import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { another, columnsWith, csvFile } from './import-file.ts'
import { pressByKeyboard, selectByKeyboard, tabTo, typeByKeyboard } from './keyboard.ts'

const unique = () => randomBytes(4).toString('hex').toUpperCase()

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const stage = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 })

async function uploadHere(page: Page, file: ReturnType<typeof csvFile>) {
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await button(page, 'Upload').click()
}

async function uploadFile(page: Page, file: ReturnType<typeof csvFile>) {
  await page.goto('/imports')
  await uploadHere(page, file)
}

async function tryOut(page: Page, file: ReturnType<typeof csvFile>) {
  await uploadFile(page, file)
  await button(page, 'Dry run').click()
  await expect(stage(page, 'Dry run finished')).toBeVisible()
}

test('a navigator imports a file by keyboard and finds the referral in the worklist', async ({
  page,
  signIn,
}) => {
  const good = unique()
  const rows = [another(good), { ...another(unique()), birthDate: '05.04.1948' }]
  await signIn(page, 'navigator')
  await page.goto('/worklist')
  await pressByKeyboard(page, page.getByRole('link', { name: 'Import referrals' }))
  const chosen = page.waitForEvent('filechooser')
  await tabTo(page, page.getByLabel('File', { exact: true }))
  await page.keyboard.press('Space')
  await (await chosen).setFiles(csvFile(rows, columnsWith('mrn', 'Chart no.')))
  await pressByKeyboard(page, button(page, 'Upload'))

  await expect(page.getByText('Needed, and told by no column yet')).toBeVisible()
  await pressByKeyboard(page, button(page, 'Dry run'))
  await expect(page.locator('.error-summary')).toBeFocused()
  await selectByKeyboard(page, page.getByLabel('What “Chart no.” tells'), 'MRN')
  await pressByKeyboard(page, button(page, 'Read the first rows anew'))
  await expect(page.getByText(`INV-${good}`).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: /first rows/ })).toBeFocused()
  await pressByKeyboard(page, button(page, 'Dry run'))

  await expect(stage(page, 'Dry run finished')).toBeFocused()
  const wrong = page.getByRole('row', { name: '3 birthDate' })
  await expect(wrong).toContainText('must be a real calendar day')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    pressByKeyboard(page, page.getByRole('link', { name: 'Download the errors as CSV' })),
  ])
  expect(download.suggestedFilename()).toBe('import-errors.csv')
  await page.reload()
  await pressByKeyboard(page, button(page, 'Import 1 referral'))
  await expect(stage(page, 'Import finished')).toBeVisible()
  await pressByKeyboard(page, page.getByRole('link', { name: 'Go to the worklist' }))
  await typeByKeyboard(page, page.getByLabel('Name or MRN'), `INV-${good}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: new RegExp(`INV-${good}`) })).toContainText('Meets')
})

test('a server killed in the middle of an import is said to be gone, and then goes on', async ({
  page,
  product,
  signIn,
}) => {
  await signIn(page, 'navigator')
  await tryOut(page, csvFile([another(unique())]))
  const held = product
    .sql('BEGIN; LOCK TABLE "Referral" IN EXCLUSIVE MODE; SELECT pg_sleep(4); COMMIT')
    .catch(() => undefined)
  await button(page, 'Import 1 referral').click()
  await expect(stage(page, 'Import under way')).toBeVisible()
  await product.kill()
  await expect(page.getByText('The server cannot be reached')).toBeVisible()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await held
  await product.sql('UPDATE "Import" SET "heartbeatAt" = NULL')
  await product.start()
  await expect(stage(page, 'Import finished')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('The server cannot be reached')).toHaveCount(0)
})

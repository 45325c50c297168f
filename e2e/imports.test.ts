import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { test } from './fixtures.ts'
import { another, columnsWith, csvFile } from './import-file.ts'
import { pressByKeyboard, selectByKeyboard, tabTo, typeByKeyboard } from './keyboard.ts'

const unique = () => randomBytes(4).toString('hex').toUpperCase()

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const stage = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 })

async function uploadFile(page: Page, file: ReturnType<typeof csvFile>) {
  await page.goto('/imports')
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await button(page, 'Upload').click()
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

test('an import that is cancelled stores nothing and says so', async ({ page, signIn }) => {
  await signIn(page, 'navigator')
  await tryOut(page, csvFile([another(unique())]))
  await pressByKeyboard(page, button(page, 'Cancel the import'))
  await pressByKeyboard(page, button(page, 'Yes, cancel it'))
  await expect(stage(page, 'Import cancelled')).toBeFocused()
  await expect(page.getByText('Nothing was stored.')).toBeVisible()
})

test('an upload that is cancelled keeps nothing and brings the focus back', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'navigator')
  await page.route('**/api/imports', (route) =>
    route.request().method() === 'POST' ? undefined : route.continue(),
  )
  await uploadFile(page, csvFile([{}]))
  await expect(page.getByRole('progressbar', { name: 'Uploading referrals.csv' })).toBeVisible()
  await expect(button(page, 'Cancel the upload')).toBeFocused()
  await expectNoViolations(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The upload was cancelled; nothing was kept.')).toBeVisible()
  await expect(page.getByLabel('File', { exact: true })).toBeFocused()
})

test('a file of another kind is refused with what to do', async ({ page, signIn }) => {
  await signIn(page, 'admin')
  const file = csvFile([{}])
  await uploadFile(page, { ...file, name: 'referrals.xlsx' })
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.locator('.error-summary')).toContainText('save it as “CSV UTF-8”')
  await uploadFile(page, { ...file, buffer: Buffer.from('\ufeffmrn,sex\n', 'utf16le') })
  await expect(page.getByRole('alert')).toContainText('The file is UTF-16; save it as UTF-8.')
})

test('a surgeon is told that imports belong to others', async ({ page, signIn }) => {
  await signIn(page, 'surgeon')
  await page.goto('/imports')
  await expect(page.getByText('Navigators and admins import referrals')).toBeVisible()
  await expect(page.getByLabel('File', { exact: true })).toHaveCount(0)
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

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 720 } })

  test('every stage of an import has no violation and is not wider', async ({ page, signIn }) => {
    const holds = async () => {
      const { scrollWidth, clientWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        clientWidth: document.documentElement.clientWidth,
      }))
      expect(scrollWidth).toBe(clientWidth)
      await expectNoViolations(page)
    }
    await signIn(page, 'navigator')
    await page.goto('/imports')
    await page.getByRole('heading', { name: 'Imports so far' }).waitFor()
    await button(page, 'Upload').click()
    await expect(page.locator('.error-summary')).toBeFocused()
    await holds()
    await uploadFile(page, csvFile([{}, { sex: 'f' }], columnsWith('mrn', 'Chart no.')))
    await button(page, 'Dry run').click()
    await expect(page.locator('.error-summary')).toBeFocused()
    await holds()
    await page.getByLabel('What “Chart no.” tells').selectOption('mrn')
    await button(page, 'Dry run').click()
    await expect(stage(page, 'Dry run finished')).toBeVisible()
    await expect(page.getByText('1 error', { exact: true })).toBeVisible()
    await button(page, 'Cancel the import').click()
    await holds()
    await button(page, 'Yes, cancel it').click()
    await expect(stage(page, 'Import cancelled')).toBeVisible()
    await holds()
  })
})

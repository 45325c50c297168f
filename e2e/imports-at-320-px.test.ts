import { expect, type Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { test } from './fixtures.ts'
import { columnsWith, csvFile } from './import-file.ts'
import { pressByKeyboard } from './keyboard.ts'
import { wider } from './width.ts'

test.use({ viewport: { width: 320, height: 720 } })

const button = (page: Page, name: string) => page.getByRole('button', { name })
const stage = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 })
const summary = (page: Page) => page.locator('.error-summary')

async function upload(page: Page, file: ReturnType<typeof csvFile>) {
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await button(page, 'Upload').click()
}

async function otherKind(page: Page) {
  const file = csvFile([{}])
  await upload(page, { ...file, name: 'referrals.xlsx' })
  await expect(summary(page)).toBeFocused()
  await expect(summary(page)).toContainText('save it as “CSV UTF-8”')
  await upload(page, { ...file, buffer: Buffer.from('\ufeffmrn,sex\n', 'utf16le') })
  await expect(page.getByRole('alert')).toContainText('The file is UTF-16; save it as UTF-8.')
}

async function uploadCancelled(page: Page) {
  await page.route('**/api/imports', (route) =>
    route.request().method() === 'POST' ? undefined : route.continue(),
  )
  await upload(page, csvFile([{}]))
  await expect(page.getByRole('progressbar', { name: 'Uploading referrals.csv' })).toBeVisible()
  await expect(button(page, 'Cancel the upload')).toBeFocused()
  await expectNoViolations(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The upload was cancelled; nothing was kept.')).toBeVisible()
  await expect(page.getByLabel('File', { exact: true })).toBeFocused()
  await page.unroute('**/api/imports')
}

async function isHeld(page: Page) {
  expect(await wider(page)).toBe(0)
  await expectNoViolations(page)
}

async function everyStage(page: Page) {
  await upload(page, csvFile([{}, { sex: 'f' }], columnsWith('mrn', 'Chart no.')))
  await button(page, 'Dry run').click()
  await expect(summary(page)).toBeFocused()
  await isHeld(page)
  await page.getByLabel('What “Chart no.” tells').selectOption('mrn')
  await button(page, 'Dry run').click()
  await expect(stage(page, 'Dry run finished')).toBeVisible()
  await expect(page.getByText('1 error', { exact: true })).toBeVisible()
  await pressByKeyboard(page, button(page, 'Cancel the import'))
  await isHeld(page)
}

async function importCancelled(page: Page) {
  await pressByKeyboard(page, button(page, 'Yes, cancel it'))
  await expect(stage(page, 'Import cancelled')).toBeFocused()
  await expect(page.getByText('Nothing was stored.')).toBeVisible()
}

test('at 320 px a file is refused, or taken in and cancelled at every stage', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'admin')
  await page.goto('/imports')
  await page.getByRole('heading', { name: 'Imports so far' }).waitFor()
  await test.step('no file at all has no violation and is not wider', async () => {
    await button(page, 'Upload').click()
    await expect(summary(page)).toBeFocused()
    await isHeld(page)
  })
  await test.step('a file of another kind is refused with what to do', () => otherKind(page))
  await signIn(page, 'navigator')
  await page.reload()
  await test.step('an upload that is cancelled keeps nothing and brings the focus back', () =>
    uploadCancelled(page))
  await test.step('every stage of an import has no violation and is not wider', () =>
    everyStage(page))
  await test.step('an import that is cancelled stores nothing and says so', () =>
    importCancelled(page))
  await test.step('a cancelled import has no violation and is not wider', () => isHeld(page))
})

import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { openRecorded } from './consult.ts'
import { expect, signInOf, test } from './fixtures.ts'
import { pressByKeyboard, typeByKeyboard } from './keyboard.ts'
import { pagesOf } from './pdf.ts'

const draft = 'draft reading, not signed off'

const wider = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('a surgeon reads the atlas, signs the rules off by keyboard, and results say so until it is withdrawn', async ({
  page,
  patient,
  product,
  signIn,
}) => {
  await openRecorded(page, patient)
  const screening = page.url()
  await expect(page.locator('.result-foot')).toContainText(`This was a ${draft}`)
  await expect(page.getByLabel('Text of the note')).toHaveValue(new RegExp(draft))

  await page.getByRole('link', { name: 'Rules', exact: true }).click()
  await expect(page.getByText(`This is a ${draft}.`)).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Decision atlas', exact: true }).click()
  await expect(page.getByRole('heading', { name: '8. From the levels to' })).toBeVisible()
  await page.getByRole('link', { name: 'To the sign-off' }).click()

  await pressByKeyboard(page, page.getByRole('button', { name: 'Sign off this version…' }))
  await pressByKeyboard(page, page.getByRole('button', { name: 'Sign off', exact: true }))
  await expect(page.locator('.error-summary')).toBeFocused()
  await typeByKeyboard(page, page.getByLabel('What was read'), 'The atlas, row by row.')
  const password = page.getByLabel('Your password')
  await typeByKeyboard(page, password, 'not this one')
  await page.keyboard.press('Enter')
  await expect(password).toBeFocused()
  await expectNoViolations(page)
  await page.keyboard.type(signInOf(product, 'surgeon').password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The version is signed off.')).toBeVisible()
  await expect(page.getByRole('table', { name: /^Versions/ })).toContainText('Demo surgeon')

  await page.goto(screening)
  await expect(page.locator('.result-foot')).toContainText(
    /This was a draft reading, not signed off, when it was recorded\. Now it is a reading signed off by Demo surgeon on \d\d-/,
  )
  await page.goto(`/patients/${patient.id}/screening`)
  await page.getByLabel('Level 1', { exact: true }).selectOption('L1')
  await expect(page.locator('.result-foot')).toContainText('signed off by Demo surgeon')

  await signIn(page, 'admin')
  await page.goto('/rules')
  await page.getByRole('button', { name: 'Withdraw this sign-off…' }).click()
  await page.getByLabel('Why it is withdrawn').fill('A row was misread.')
  await page.getByLabel('Your password').fill(signInOf(product, 'admin').password)
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await expect(page.getByText('Withdrawn: A row was misread.')).toBeVisible()
  await expect(page.getByText(`This is a ${draft}.`)).toBeVisible()
})

test('the rules and the atlas are read at 320 pixels, and the atlas is printed with version, hash and page numbers', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'navigator')
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/rules')
  await expect(page.getByRole('heading', { name: 'Sign-off', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign off this version…' })).toHaveCount(0)
  expect(await wider(page)).toBe(0)
  await page.goto('/rules/atlas')
  await expect(page.getByRole('table')).toHaveCount(8)
  expect(await wider(page)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 800 })
  await expectNoViolations(page)
  for (const format of ['A4', 'Letter'] as const) {
    const sheets = pagesOf(await page.pdf({ format })).map((text) => text.normalize('NFKC'))
    for (const [at, text] of sheets.entries()) {
      expect(text).toMatch(/Kyphoscreen decision atlas 1\.\d+\.\d+ · sha256:[0-9a-f]{64}/)
      expect(text).toContain(`Page ${at + 1} of ${sheets.length}`)
    }
    expect(sheets.join(' ')).toContain(draft)
    const withHeads = sheets.filter((text) => text.includes('Row MRI finding Marrow edema on MRI'))
    expect(withHeads).toHaveLength(2)
  }
})

import type { Page } from '@playwright/test'
import type { Patient } from '../apps/api/src/contract.ts'
import { expectNoViolations } from './axe.ts'
import { openRecorded, result } from './consult.ts'
import { expect, test } from './fixtures.ts'
import { pagesOf } from './pdf.ts'

async function noteIsCopied(page: Page, { mrn }: Patient) {
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'Copy note' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  expect(await copied()).toContain('Meets the documented criteria')
  for (const identifier of ['LINDQVIST', 'Lindqvist', 'Agneta', mrn, '05-Apr-1948']) {
    expect(await copied()).not.toContain(identifier)
  }

  await page.getByLabel('With name, birth date and MRN').check()
  await page.getByRole('button', { name: 'Copy note' }).click()
  await expect.poll(copied).toContain(`LINDQVIST, Agneta, born 05-Apr-1948, MRN ${mrn}`)
}

async function everySheetSays(page: Page, { mrn }: Patient, format: 'A4' | 'Letter') {
  const sheets = pagesOf(await page.pdf({ format }))
  expect(sheets.length).toBeGreaterThanOrEqual(1)
  expect(sheets.length).toBeLessThanOrEqual(4)
  for (const [at, text] of sheets.entries()) {
    expect(text).toContain(`LINDQVIST, Agneta · born 05-Apr-1948 · MRN ${mrn}`)
    expect(text).toContain(`Page ${at + 1} of ${sheets.length}`)
  }
  const all = sheets.join(' ')
  expect(all).toContain('Meets the documented criteria')
  expect(all).toContain('Supports, does not replace, clinical judgement.')
  expect(all.normalize('NFKC')).toContain('This was a draft reading, not signed off')
  expect(all).toMatch(/ruleset documented-criteria \d+\.\d+\.\d+/)
  for (const onScreenOnly of ['Sign out', 'Copy note', 'AGAINST DOCUMENTED CRITERIA']) {
    expect(all).not.toContain(onScreenOnly)
  }
}

async function darkOnWhite(page: Page) {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const colours = await page.evaluate(() => {
    const paper = getComputedStyle(document.body)
    return { paper: paper.backgroundColor, ink: paper.color }
  })
  expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(colours.paper)
  expect(colours.ink).toBe('rgb(0, 0, 0)')
}

async function handoutTellsRisks(page: Page) {
  await page.getByRole('link', { name: 'Patient handout' }).click()
  await expect(page.getByRole('heading', { name: 'About kyphoplasty' })).toBeVisible()
  const risks = page.locator('section', {
    has: page.getByRole('heading', { name: 'Risks to talk about' }),
  })
  await expect(risks.getByRole('listitem')).toHaveCount(8)
}

async function handoutIsPrinted(page: Page, { mrn }: Patient) {
  const noted = page.waitForResponse('**/api/prints')
  const sheets = pagesOf(await page.pdf({ format: 'A4' }))
  expect((await noted).status()).toBe(204)
  expect((await noted).request().postDataJSON()).toMatchObject({ kind: 'handout', how: 'printed' })
  expect(sheets.length).toBeLessThanOrEqual(3)
  expect(sheets.join(' ')).toContain('Risks to talk about')
  for (const text of sheets) expect(text).toContain(mrn)
}

async function foundBy(page: Page, text: string, { mrn }: Patient) {
  await page.getByRole('link', { name: 'Patients', exact: true }).click()
  await page.getByLabel('MRN or name').fill(text)
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: new RegExp(mrn) }).click()
  await page.getByRole('link', { name: /^Meets ?, assessed on/ }).click()
  await expect(result(page)).toHaveAttribute('data-outcome', 'meets')
}

test('a stored screening is looked at, copied, printed, handed out and found again', async ({
  page,
  context,
  patient,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openRecorded(page, patient)
  const stored = page.url()
  const noViolation = () => expectNoViolations(page)

  await test.step('the stored screening on screen has no violation', noViolation)
  await test.step('the note is copied without the name unless that is chosen', () =>
    noteIsCopied(page, patient))
  for (const format of ['A4', 'Letter'] as const) {
    await test.step(`every ${format} sheet of a stored screening says whose it is and which of how many`, () =>
      everySheetSays(page, patient, format))
  }
  await test.step('on paper everything is dark on white, also for those who work in dark colours', () =>
    darkOnWhite(page))
  await test.step('the stored screening on paper has no violation', noViolation)
  await page.emulateMedia({ media: 'screen' })
  await test.step('the handout tells the eight risks', () => handoutTellsRisks(page))
  await test.step('the handout on screen has no violation', noViolation)
  await test.step('the handout is printed with the patient’s identifiers and the eight risks, and the log is told', () =>
    handoutIsPrinted(page, patient))
  await page.emulateMedia({ media: 'print' })
  await test.step('the handout on paper has no violation', noViolation)
  await page.emulateMedia({ media: 'screen' })
  await test.step('the handout leads back to the screening', async () => {
    await page.getByRole('link', { name: 'Back to the screening' }).click()
    await expect(page).toHaveURL(stored)
  })
  for (const text of [patient.mrn, 'lindqvist']) {
    await test.step(`a screening is found again by ${text}`, () => foundBy(page, text, patient))
  }
})

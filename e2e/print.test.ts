import type { Page } from '@playwright/test'
import { openRecorded } from './consult.ts'
import { expect, test } from './fixtures.ts'
import { pagesOf } from './pdf.ts'

async function printed(page: Page, format: 'A4' | 'Letter'): Promise<string[]> {
  return pagesOf(await page.pdf({ format }))
}

for (const format of ['A4', 'Letter'] as const) {
  test(`every ${format} sheet of a stored screening says whose it is and which of how many`, async ({
    page,
    patient,
  }) => {
    await openRecorded(page, patient)
    await page.getByRole('heading', { name: 'Findings as recorded' }).waitFor()
    const sheets = await printed(page, format)
    expect(sheets.length).toBeGreaterThanOrEqual(1)
    expect(sheets.length).toBeLessThanOrEqual(4)
    for (const [at, text] of sheets.entries()) {
      expect(text).toContain(`LINDQVIST, Agneta · born 05-Apr-1948 · MRN ${patient.mrn}`)
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
  })
}

test('the handout is printed with the patient’s identifiers and the eight risks, and the log is told', async ({
  page,
  patient,
}) => {
  await openRecorded(page, patient)
  await page.getByRole('link', { name: 'Patient handout' }).click()
  await page.getByRole('heading', { name: 'About kyphoplasty' }).waitFor()
  const noted = page.waitForResponse('**/api/prints')
  const sheets = await printed(page, 'A4')
  expect((await noted).status()).toBe(204)
  expect((await noted).request().postDataJSON()).toMatchObject({ kind: 'handout', how: 'printed' })
  expect(sheets.length).toBeLessThanOrEqual(3)
  expect(sheets.join(' ')).toContain('Risks to talk about')
  for (const text of sheets) expect(text).toContain(patient.mrn)
})

test('on paper everything is dark on white, also for those who work in dark colours', async ({
  page,
  patient,
}) => {
  await openRecorded(page, patient)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const colours = await page.evaluate(() => {
    const paper = getComputedStyle(document.body)
    return { paper: paper.backgroundColor, ink: paper.color }
  })
  expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(colours.paper)
  expect(colours.ink).toBe('rgb(0, 0, 0)')
})

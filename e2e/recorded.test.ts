import {
  consultThatMeets,
  consultWith,
  enter,
  openRecorded,
  openScreening,
  record,
  result,
} from './consult.ts'
import { expect, test } from './fixtures.ts'

test('the stored screening shows the findings, who recorded it, when and by which rules', async ({
  page,
  patient,
}) => {
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  await record(page)
  await expect(page.getByText(/^Recorded .* by .*, surgeon$/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Findings as recorded' })).toBeVisible()
  await expect(page.getByText(/Ruleset hash sha256:/)).toBeVisible()
  await page.reload()
  await expect(result(page)).toHaveAttribute('data-outcome', 'meets')
  await expect(page.getByText('differs from the one shown')).toHaveCount(0)
})

test('the note is copied without the name unless that is chosen', async ({
  page,
  context,
  patient,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openRecorded(page, patient)
  const copied = () => page.evaluate(() => navigator.clipboard.readText())

  await page.getByRole('button', { name: 'Copy note' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  expect(await copied()).toContain('Meets the documented criteria')
  for (const identifier of ['LINDQVIST', 'Lindqvist', 'Agneta', patient.mrn, '05-Apr-1948']) {
    expect(await copied()).not.toContain(identifier)
  }

  await page.getByLabel('With name, birth date and MRN').check()
  await page.getByRole('button', { name: 'Copy note' }).click()
  await expect.poll(copied).toContain(`LINDQVIST, Agneta, born 05-Apr-1948, MRN ${patient.mrn}`)
})

test('the handout tells the eight risks and leads back to the screening', async ({
  page,
  patient,
}) => {
  await openRecorded(page, patient)
  const stored = page.url()
  await page.getByRole('link', { name: 'Patient handout' }).click()
  await expect(page.getByRole('heading', { name: 'About kyphoplasty' })).toBeVisible()
  const risks = page.locator('section', {
    has: page.getByRole('heading', { name: 'Risks to talk about' }),
  })
  await expect(risks.getByRole('listitem')).toHaveCount(8)
  await page.getByRole('link', { name: 'Back to the screening' }).click()
  await expect(page).toHaveURL(stored)
})

test('a correction is a new screening filled in from the old one, which stays as it is', async ({
  page,
  patient,
}) => {
  await openScreening(page, patient.id)
  await enter(page, consultWith({ Retropulsion: 'Present, size not stated' }))
  await record(page)
  const first = page.url()
  await page.getByRole('link', { name: 'Correct by a new screening' }).click()
  await expect(page.getByText('this becomes a new screening')).toBeVisible()
  await page
    .getByRole('group', { name: 'Retropulsion', exact: true })
    .getByLabel('None', { exact: true })
    .check()
  await record(page)
  expect(page.url()).not.toBe(first)
  await expect(result(page)).toHaveAttribute('data-outcome', 'meets')
  await page.goto(first)
  await expect(result(page)).toHaveAttribute('data-outcome', 'needs-surgeon-review')
})

test('a screening is found again by the patient’s name and by the MRN', async ({
  page,
  patient,
}) => {
  await openRecorded(page, patient)
  for (const text of [patient.mrn, 'lindqvist']) {
    await page.goto('/')
    await page.getByLabel('MRN or name').fill(text)
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByRole('link', { name: new RegExp(patient.mrn) }).click()
    await page.getByRole('link', { name: /^Meets ?, assessed on/ }).click()
    await expect(result(page)).toHaveAttribute('data-outcome', 'meets')
  }
})

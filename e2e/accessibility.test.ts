import { expectNoViolations } from './axe.ts'
import { choose, consultThatMeets, enter, openRecorded, openScreening } from './consult.ts'
import { expect, test } from './fixtures.ts'

test('signing in, and failing to, has no violation', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Not signed in')).toBeVisible()
  await expectNoViolations(page)
  await page.reload()
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  await expectNoViolations(page)
})

test('finding a patient, and finding none, has no violation', async ({ page, patient }) => {
  await page.goto('/')
  await page.getByLabel('MRN or name').fill('nobody of this name')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByText('No patient found').waitFor()
  await expectNoViolations(page)
  await page.getByLabel('MRN or name').fill(patient.mrn)
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: new RegExp(patient.mrn) }).waitFor()
  await expectNoViolations(page)
})

test('registering a patient with mistakes has no violation', async ({ page, patient }) => {
  await page.goto('/patients/new')
  await page.getByLabel('MRN').fill(patient.mrn)
  await page.getByRole('button', { name: 'Register' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await expectNoViolations(page)
})

test('a patient without a screening has no violation', async ({ page, patient }) => {
  await page.goto(`/patients/${patient.id}`)
  await page.getByText('No screening has been recorded').waitFor()
  await expectNoViolations(page)
})

test('the form, empty, filled in and with problems, has no violation', async ({
  page,
  patient,
}) => {
  await openScreening(page, patient.id)
  await expectNoViolations(page)
  await enter(page, consultThatMeets)
  await choose(page, 'Neurologic deficit', 'Yes')
  await expectNoViolations(page)
  await page.getByRole('textbox', { name: 'Pain score', exact: true }).fill('eleven')
  await page.getByRole('button', { name: 'Record screening' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await expectNoViolations(page)
})

test('the form without a connection, and without a session, has no violation', async ({
  page,
  context,
  patient,
  product,
}) => {
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  await context.setOffline(true)
  await choose(page, 'Pain trend', 'Stable')
  await page.getByText('Your entries are still here').first().waitFor()
  await expectNoViolations(page)
  await product.sql('DELETE FROM "Session"')
  await context.setOffline(false)
  await page.getByRole('dialog', { name: 'Sign in again' }).waitFor()
  await expectNoViolations(page)
})

test('the stored screening and the handout, on screen and on paper, have no violation', async ({
  page,
  patient,
}) => {
  await openRecorded(page, patient)
  await expectNoViolations(page)
  await page.emulateMedia({ media: 'print' })
  await expectNoViolations(page)
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('link', { name: 'Patient handout' }).click()
  await page.getByRole('heading', { name: 'About kyphoplasty' }).waitFor()
  await expectNoViolations(page)
  await page.emulateMedia({ media: 'print' })
  await expectNoViolations(page)
})

test('a page that is not there has no violation', async ({ page, signIn }) => {
  await signIn(page)
  await page.goto('/nowhere')
  await page.getByRole('heading').first().waitFor()
  await expectNoViolations(page)
})

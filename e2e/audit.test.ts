import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import type { Patient } from '../apps/api/src/contract.ts'
import { expectNoViolations } from './axe.ts'
import { openRecorded } from './consult.ts'
import { expect, signInOf, test } from './fixtures.ts'
import { changeBehind, receiveReferral } from './referrals.ts'

const verifier = join(import.meta.dirname, '../apps/api/verify/verify-receipt.mjs')

/** Lets a navigator enter, view and change what an admin is to find. */
async function touch(page: Page, patient: Patient) {
  const { id } = await receiveReferral(page, patient)
  await page.request.get(`/api/patients/${patient.id}`)
  await changeBehind(page, id, 'PATCH', '', { priority: 'urgent' })
}

test('an admin finds in three clicks who touched a patient, and what was changed from what to what', async ({
  page,
  patient,
  signIn,
}) => {
  await signIn(page, 'navigator')
  await touch(page, patient)
  await signIn(page, 'admin')
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  await page.goto('/')
  await page.getByRole('link', { name: 'Audit' }).click()
  const whoTouched = page.getByRole('region', { name: 'Who touched this patient' })
  await whoTouched.getByLabel('MRN or name').fill(patient.mrn)
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: new RegExp(patient.mrn) }).click()

  const list = page.getByRole('table', { name: /^Who touched LINDQVIST, Agneta/ })
  await expect(page.getByRole('heading', { name: /^Who touched LINDQVIST, Agneta/ })).toBeVisible()
  const viewed = list.getByRole('row').filter({ hasText: 'Viewed the patient' })
  await expect(viewed).toContainText('Demo navigator')
  await expect(viewed).toContainText('UTC')
  await expect(viewed).toContainText('127.0.0.1')
  await expect(list).toContainText('Entered a referral')
  await expectNoViolations(page)

  await page.getByRole('button', { name: 'Check the whole log' }).click()
  await expect(
    page.getByText(/^Last check: .* entries were found as they were written/),
  ).toBeVisible()

  const changed = list.getByRole('row').filter({ hasText: 'Changed a referral' })
  await changed.getByRole('rowheader').getByRole('link').click()
  await expect(page.getByRole('row', { name: 'priority routine urgent' })).toBeVisible()
  await expect(page.getByText('The seal holds')).toBeVisible()
  await expectNoViolations(page)
  await page.goBack()
  await expect(list).toBeVisible()
  expect(decodeURIComponent(addresses.join(' '))).not.toMatch(/lindqvist|agneta|E2E-/i)
})

test('an admin narrows the log, and a day that cannot be read is told', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'admin')
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/audit')
  const filters = page.getByRole('form', { name: 'Filters' })
  await filters.getByRole('textbox', { name: 'First day' }).fill('soon')
  await filters.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: /^There is a problem/ })).toBeVisible()
  await filters.getByRole('textbox', { name: 'First day' }).fill('today')
  await filters.getByLabel('Kind of action').selectOption('Imports')
  await filters.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('The log has no such entry.')).toBeVisible()
  await expect(page).toHaveURL(/kind=imports&from=\d{4}-\d\d-\d\d$/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(page.getByRole('table')).toContainText('Signed in')
  await page.getByRole('link', { name: 'Figures' }).click()
  await expect(page.getByRole('table', { name: 'Screenings by month and outcome' })).toContainText(
    'Meets',
  )
  await expectNoViolations(page)
})

test('an admin finds a decision against the outcome, and the log that is taken out is right offline', async ({
  page,
  patient,
  product,
  signIn,
}) => {
  await openRecorded(page, patient)
  const { password } = signInOf(product, 'surgeon')
  const reason = { group: 'patient-preference', code: 'declines-procedure', text: null }
  const decided = await page.request.post(
    `/api/screenings/${page.url().split('/').at(-1)}/decisions`,
    { data: { kind: 'not-pursued', note: null, reason, replaces: null, password } },
  )
  expect(decided.status()).toBe(201)
  await signIn(page, 'admin')
  await page.goto(`/patients/${patient.id}`)
  await page.getByRole('link', { name: 'Who touched this patient' }).click()
  const row = page.getByRole('row').filter({ hasText: 'Recorded a decision' })
  await expect(row).toContainText('Demo surgeon')
  await row.getByRole('rowheader').getByRole('link').click()
  await expect(page.getByText('declines-procedure')).toBeVisible()
  await page.goBack()

  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Whole log, to be checked offline' }).click()
  const file = test.info().outputPath('log')
  await (await saved).saveAs(file)
  const key = (await (await page.request.get('/api/audit/key')).text()).trim()
  const verified = await promisify(execFile)(process.execPath, [verifier, '--key', key, file])
  expect(verified.stdout).toContain(`${file}: right`)
})

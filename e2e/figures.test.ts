import { readFile } from 'node:fs/promises'
import { expectNoViolations } from './axe.ts'
import { openRecorded } from './consult.ts'
import { expect, signInOf, test } from './fixtures.ts'
import { pagesOf } from './pdf.ts'

const reason = { group: 'patient-preference', code: 'declines-procedure', text: null }

test('an admin reads the figures, narrows them without naming anybody in the address, takes a table out and prints them', async ({
  page,
  patient,
  product,
  signIn,
}) => {
  await openRecorded(page, patient)
  const { password } = signInOf(product, 'surgeon')
  const decided = await page.request.post(
    `/api/screenings/${page.url().split('/').at(-1)}/decisions`,
    { data: { kind: 'not-pursued', note: null, reason, replaces: null, password } },
  )
  expect(decided.status()).toBe(201)
  await signIn(page, 'admin')
  await page.goto('/audit/figures')
  for (const name of ['Screenings by month and outcome', 'Missing facts', 'By ruleset version']) {
    await expect(page.getByRole('table', { name: `${name}, as a table` })).toBeVisible()
  }
  await expect(page.getByRole('img', { name: /^Bar chart: decisions by outcome/ })).toBeVisible()
  await expect(page.getByText(/^Cohen’s kappa: 0\.\d\d \(95 % interval/)).toBeVisible()
  await expectNoViolations(page)

  const filters = page.getByRole('form', { name: 'Filters' })
  await filters.getByLabel('Period').selectOption('From a day to a day')
  await filters.getByRole('textbox', { name: 'First day' }).fill('soon')
  await filters.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('heading', { name: /^There is a problem/ })).toBeVisible()
  await filters.getByRole('textbox', { name: 'First day' }).fill('today')
  await filters.getByLabel('Outcome').selectOption('Meets')
  await filters.getByLabel('Decided by').selectOption('Demo surgeon')
  await filters.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText(/^Since .* · outcome meets · decided by Demo surgeon$/)).toBeVisible()
  await expect(page).toHaveURL(/figures\?outcome=meets&surgeon=[0-9a-f-]{36}&from=\d{4}-\d\d-\d\d$/)
  await expect(page.getByText(/^Cohen’s kappa: Too few to tell/)).toBeVisible()
  const reasons = page.getByRole('table', { name: 'Reasons for departing, as a table' })
  await expect(reasons).toContainText('The patient does not want the procedure')
  await expect(page.getByText('Nothing like this has been recorded')).not.toHaveCount(0)

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as CSV of Reasons for departing' }).click()
  const csv = await readFile(await (await saved).path(), 'utf8')
  expect(csv).toMatch(/Group,Reason,Decisions\r\npatient-preference,declines-procedure,\d+\r\n/)

  for (const format of ['A4', 'Letter'] as const) {
    const sheets = pagesOf(await page.pdf({ format }))
    expect(sheets.join(' ')).toContain('outcome meets · decided by Demo surgeon')
    expect(sheets.join(' ')).toContain('Reasons for departing')
    expect(sheets.join(' ')).not.toContain('Export as CSV')
    expect(sheets[0]).toContain(`Page 1 of ${sheets.length}`)
  }
  await page.route('**/api/audit/figures', (route) => route.fulfill({ status: 503, body: '' }))
  await filters.getByLabel('Period').selectOption('The last 30 days')
  await filters.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('Could not load the figures')).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  await page.unroute('**/api/audit/figures')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('table').first()).toBeVisible()
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

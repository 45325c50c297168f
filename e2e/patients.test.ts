import { expectNoViolations } from './axe.ts'
import { expect, test } from './fixtures.ts'

test('a patient is searched for and registered, also with mistakes and when parts fail', async ({
  page,
  context,
  patient,
}) => {
  const find = async (text: string) => {
    await page.getByLabel('MRN or name').fill(text)
    await page.getByRole('button', { name: 'Find' }).click()
  }

  await test.step('pages that could not be loaded say so, and trying again shows them', async () => {
    await page.route('**/assets/workplace-*', (route) => route.abort('internetdisconnected'))
    await page.goto('/')
    await expect(page.getByText('Kyphoscreen could not be loaded')).toBeVisible()
    await page.unroute('**/assets/workplace-*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('button', { name: 'Find' })).toBeVisible()
  })

  await test.step('a search that fails is never taken for a patient who is not there', async () => {
    await page.route('**/api/patients/search', (route) => route.abort('connectionrefused'))
    await find('Lindqvist')
    await expect(page.getByText('Could not load the patients')).toBeVisible()
    await expect(page.getByText('No patient found')).toHaveCount(0)
    await page.unroute('**/api/patients/search')
  })

  await test.step('finding a patient, and finding none, has no violation', async () => {
    await find('nobody of this name')
    await page.getByText('No patient found').waitFor()
    await expectNoViolations(page)
    await find(patient.mrn)
    await page.getByRole('link', { name: new RegExp(patient.mrn) }).waitFor()
    await expectNoViolations(page)
  })

  await test.step('a page that was not opened before opens without a connection', async () => {
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Register a patient' }).click()
    await expect(page.getByRole('heading', { name: 'Register a patient' })).toBeVisible()
    await context.setOffline(false)
  })

  await test.step('registering a patient with mistakes has no violation', async () => {
    await page.getByLabel('MRN').fill(patient.mrn)
    await page.getByRole('button', { name: 'Register' }).click()
    await expect(page.locator('.error-summary')).toBeFocused()
    await expectNoViolations(page)
  })

  await test.step('a page that is not there has no violation', async () => {
    await page.goto('/nowhere')
    await page.getByRole('heading').first().waitFor()
    await expectNoViolations(page)
  })
})

import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { openRecorded } from './consult.ts'
import { expect, test } from './fixtures.ts'

async function historyThatFails(page: Page, patientId: string) {
  await page.route('**/screenings', (route) => route.fulfill({ status: 503, body: '' }))
  await page.goto(`/patients/${patientId}`)
  await expect(page.getByText('Could not load the screenings of this patient')).toBeVisible()
  await expect(page.getByText('No screening has been recorded')).toHaveCount(0)
  await page.unroute('**/screenings')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('No screening has been recorded')).toBeVisible()
}

async function brokenTwice(page: Page) {
  let broken = 0
  await page.route('**/api/patients/*/screenings', (route) => {
    broken += 1
    return broken > 2 ? route.continue() : route.abort('internetdisconnected')
  })
  await page.reload()
  await expect(page.getByText('No screening has been recorded')).toBeVisible()
  expect(broken).toBe(3)
}

async function signedOut(page: Page) {
  await expect(page.getByText('LINDQVIST, Agneta')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('/')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await page.goBack()
  await expect(page.getByText('LINDQVIST')).toHaveCount(0)
}

test('the page of a patient tells what is known, what could not be read, and nothing to who comes after', async ({
  page,
  patient,
}) => {
  await test.step('a history that cannot be loaded is never taken for an empty one', () =>
    historyThatFails(page, patient.id))
  await test.step('a patient without a screening has no violation', () => expectNoViolations(page))
  await test.step('a connection that breaks twice while reading is not noticed', () =>
    brokenTwice(page))
  await test.step('what the server answers is kept by no cache', async () => {
    for (const path of [`/api/patients/${patient.id}`, '/api/session', '/api/ruleset']) {
      const answer = await page.request.get(path)
      expect(answer.headers()['cache-control']).toContain('no-store')
    }
  })
  await test.step('signing out leaves nothing of a patient behind', () => signedOut(page))
})

test('what is not to be filled in or seen stays closed', async ({
  page,
  patient,
  product,
  signIn,
}) => {
  await test.step('a screening asked for under another patient is not shown', async () => {
    await openRecorded(page, patient)
    const screeningId = page.url().split('/').at(-1)
    const answer = await page.request.post(`${product.url}/api/patients`, {
      data: {
        mrn: `OTHER-${screeningId?.slice(-8)}`,
        familyName: 'Marchetti',
        givenName: 'Livia',
        birthDate: '1950-06-07',
        sex: 'female',
      },
    })
    const other = (await answer.json()) as { id: string }
    await page.goto(`/patients/${other.id}/screenings/${screeningId}`)
    await expect(page.getByText('This screening belongs to another patient')).toBeVisible()
    await expect(page.locator('[data-outcome]')).toHaveCount(0)
  })

  await test.step('a draft that cannot be read keeps the form closed instead of showing an empty one', async () => {
    await page.route('**/draft', (route) => route.fulfill({ status: 500, body: '' }))
    await page.goto(`/patients/${patient.id}/screening`)
    await expect(page.getByText('Could not load the unfinished screening')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Record screening' })).toHaveCount(0)
    await page.unroute('**/draft')
  })

  await test.step('an admin reads and is told that surgeons and navigators record', async () => {
    await signIn(page, 'admin')
    await page.goto(`/patients/${patient.id}/screening`)
    await expect(page.getByText('your role reads them')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Record screening' })).toHaveCount(0)
  })

  await test.step('a surgeon is told that imports belong to others', async () => {
    await signIn(page, 'surgeon')
    await page.goto('/imports')
    await expect(page.getByText('Navigators and admins import referrals')).toBeVisible()
    await expect(page.getByLabel('File', { exact: true })).toHaveCount(0)
  })
})

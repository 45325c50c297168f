import type { Screening } from '../apps/api/src/contract.ts'
import { consultThatMeets, enter, openRecorded, openScreening, record } from './consult.ts'
import { expect, test } from './fixtures.ts'

test('an answer of the server that differs from the one shown before is an error on the page', async ({
  page,
  patient,
}) => {
  await page.route('**/api/screenings', async (route) => {
    const answer = await route.fetch()
    const screening = (await answer.json()) as Screening
    const altered = { ...screening, result: { ...screening.result, headline: 'Another headline.' } }
    await route.fulfill({ response: answer, json: altered })
  })
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  await record(page)
  await expect(page.getByText('differs from the one shown before recording')).toBeVisible()
})

test('a history that cannot be loaded is never taken for an empty one', async ({
  page,
  patient,
}) => {
  await page.route('**/screenings', (route) => route.fulfill({ status: 503, body: '' }))
  await page.goto(`/patients/${patient.id}`)
  await expect(page.getByText('Could not load the screenings of this patient')).toBeVisible()
  await expect(page.getByText('No screening has been recorded')).toHaveCount(0)
  await page.unroute('**/screenings')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('No screening has been recorded')).toBeVisible()
})

test('a search that fails is never taken for a patient who is not there', async ({
  page,
  signIn,
}) => {
  await signIn(page)
  await page.goto('/')
  await page.route('**/api/patients/search', (route) => route.abort('connectionrefused'))
  await page.getByLabel('MRN or name').fill('Lindqvist')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByText('Could not load the patients')).toBeVisible()
  await expect(page.getByText('No patient found')).toHaveCount(0)
})

test('a draft that cannot be read keeps the form closed instead of showing an empty one', async ({
  page,
  patient,
}) => {
  await page.route('**/draft', (route) => route.fulfill({ status: 500, body: '' }))
  await page.goto(`/patients/${patient.id}/screening`)
  await expect(page.getByText('Could not load the unfinished screening')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Record screening' })).toHaveCount(0)
})

test('a screening asked for under another patient is not shown', async ({
  page,
  patient,
  product,
}) => {
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

import type { Page } from '@playwright/test'
import { choose, consultThatMeets, enter, openScreening, record, result } from './consult.ts'
import { expect, test } from './fixtures.ts'

const draftSaved = /^Draft saved at/

const screeningsOf = async (page: Page, patientId: string) => {
  const answer = await page.request.get(`/api/patients/${patientId}/screenings`)
  const { screenings } = (await answer.json()) as { screenings: unknown[] }
  return screenings
}

test('going offline in mid-form loses nothing, and one screening is recorded', async ({
  page,
  context,
  patient,
}) => {
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  await context.setOffline(true)
  await choose(page, 'Pain trend', 'Worsening')
  await expect(page.getByText('Your entries are still here').first()).toBeVisible()
  await page.getByRole('button', { name: 'Record screening' }).click()
  await expect(page.getByText('trying again records them once')).toBeVisible()
  await context.setOffline(false)
  await record(page)
  expect(await screeningsOf(page, patient.id)).toHaveLength(1)
  await expect(page.getByText('Worsening').first()).toBeVisible()
})

test('a server killed in mid-form and started again loses nothing, and one screening is recorded', async ({
  page,
  patient,
  product,
}) => {
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  await expect(page.getByText(draftSaved)).toBeVisible()
  await product.kill()
  await choose(page, 'Pain trend', 'Worsening')
  await page.getByRole('button', { name: 'Record screening' }).click()
  await expect(page.getByText('trying again records them once')).toBeVisible()
  await product.start()
  await record(page)
  await expect(result(page)).toHaveAttribute('data-outcome', 'meets')
  expect(await screeningsOf(page, patient.id)).toHaveLength(1)
})

test('a reply that is lost after recording and asked for again makes one screening', async ({
  page,
  patient,
}) => {
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  let lost = 0
  await page.route('**/api/screenings', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    return route.abort('connectionreset')
  })
  await page.getByRole('button', { name: 'Record screening' }).click()
  await expect(page.getByText('trying again records them once')).toBeVisible()
  await record(page)
  expect(lost).toBe(1)
  expect(await screeningsOf(page, patient.id)).toHaveLength(1)
})

test('a draft comes back after the page is closed, also in another browser', async ({
  page,
  browser,
  patient,
  product,
  signIn,
}) => {
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  await expect(page.getByText(draftSaved)).toBeVisible()
  await page.close()

  const elsewhere = await browser.newContext({ baseURL: product.url })
  const again = await elsewhere.newPage()
  await signIn(again)
  await again.goto(`/patients/${patient.id}/screening`)
  await expect(again.getByText('Continued from your draft')).toBeVisible()
  await expect(result(again)).toHaveAttribute('data-outcome', 'meets')
  await elsewhere.close()
})

test('two browsers that record at the same time make two screenings, each with its own author', async ({
  page,
  browser,
  patient,
  product,
  signIn,
}) => {
  const elsewhere = await browser.newContext({ baseURL: product.url })
  const other = await elsewhere.newPage()
  await signIn(other, 'navigator')
  for (const one of [page, other]) {
    await openScreening(one, patient.id)
    await enter(one, consultThatMeets)
  }
  await Promise.all([record(page), record(other)])
  expect(page.url()).not.toBe(other.url())
  expect(await screeningsOf(page, patient.id)).toHaveLength(2)
  await elsewhere.close()
})

test('a connection that breaks twice while reading is not noticed', async ({ page, patient }) => {
  let broken = 0
  await page.route('**/api/patients/*/screenings', (route) => {
    broken += 1
    return broken > 2 ? route.continue() : route.abort('internetdisconnected')
  })
  await page.goto(`/patients/${patient.id}`)
  await expect(page.getByText('No screening has been recorded')).toBeVisible()
  expect(broken).toBe(3)
})

test('pages that could not be loaded say so, and trying again shows them', async ({
  page,
  signIn,
}) => {
  await signIn(page)
  await page.route('**/assets/workplace-*', (route) => route.abort('internetdisconnected'))
  await page.goto('/patients/new')
  await expect(page.getByText('Kyphoscreen could not be loaded')).toBeVisible()
  await page.unroute('**/assets/workplace-*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Register a patient' })).toBeVisible()
})

test('a page that was not opened before opens without a connection', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(page)
  await page.goto('/patients')
  await page.getByRole('link', { name: 'Register a patient' }).waitFor()
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Register a patient' }).click()
  await expect(page.getByRole('heading', { name: 'Register a patient' })).toBeVisible()
})

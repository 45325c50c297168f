import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { choose, consultThatMeets, enter, openScreening, record, result } from './consult.ts'
import { expect, test } from './fixtures.ts'

const draftSaved = /^Draft saved at/

const screeningsOf = async (page: Page, patientId: string) => {
  const answer = await page.request.get(`/api/patients/${patientId}/screenings`)
  const { screenings } = (await answer.json()) as { screenings: unknown[] }
  return screenings
}

test('a connection that is gone in mid-form, or takes a reply with it, loses nothing and doubles nothing', async ({
  page,
  context,
  patient,
}) => {
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)

  await test.step('going offline in mid-form loses nothing, and one screening is recorded', async () => {
    await context.setOffline(true)
    await choose(page, 'Pain trend', 'Worsening')
    await expect(page.getByText('Your entries are still here').first()).toBeVisible()
    await test.step('the form without a connection has no violation', () =>
      expectNoViolations(page))
    await page.getByRole('button', { name: 'Record screening' }).click()
    await expect(page.getByText('trying again records them once')).toBeVisible()
    await context.setOffline(false)
    await record(page)
    expect(await screeningsOf(page, patient.id)).toHaveLength(1)
    await expect(page.getByText('Worsening').first()).toBeVisible()
  })

  await test.step('a reply that is lost after recording and asked for again makes one screening', async () => {
    await page.getByRole('link', { name: 'Correct by a new screening' }).click()
    await expect(page.getByText('this becomes a new screening')).toBeVisible()
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
    expect(await screeningsOf(page, patient.id)).toHaveLength(2)
  })
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

test('a screening goes on in another browser, and two record at the same time', async ({
  page,
  context,
  browser,
  patient,
  product,
  signIn,
}) => {
  const elsewhere = await browser.newContext({ baseURL: product.url })
  const again = await elsewhere.newPage()

  await test.step('a draft comes back after the page is closed, also in another browser', async () => {
    await openScreening(page, patient.id)
    await enter(page, consultThatMeets)
    await expect(page.getByText(draftSaved)).toBeVisible()
    await page.close()
    await signIn(again)
    await again.goto(`/patients/${patient.id}/screening`)
    await expect(again.getByText('Continued from your draft')).toBeVisible()
    await expect(result(again)).toHaveAttribute('data-outcome', 'meets')
  })

  await test.step('two browsers that record at the same time make two screenings, each with its own author', async () => {
    const other = await context.newPage()
    await signIn(other, 'navigator')
    await openScreening(other, patient.id)
    await enter(other, consultThatMeets)
    await Promise.all([record(again), record(other)])
    expect(again.url()).not.toBe(other.url())
    expect(await screeningsOf(other, patient.id)).toHaveLength(2)
    await expect(again.getByText(/^Recorded .* by .*, surgeon$/)).toBeVisible()
    await expect(other.getByText(/^Recorded .* by .*, navigator$/)).toBeVisible()
  })
  await elsewhere.close()
})

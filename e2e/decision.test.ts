import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { openRecorded } from './consult.ts'
import { expect, signInOf, test } from './fixtures.ts'
import {
  chooseByKeyboard,
  pressByKeyboard,
  selectByKeyboard,
  tabTo,
  typeByKeyboard,
} from './keyboard.ts'
import { pagesOf } from './pdf.ts'
import {
  allButRetropulsion,
  changeBehind,
  openReferral,
  receiveReferral,
  retropulsionFrom,
} from './referrals.ts'

const decision = (page: Page) => page.getByRole('region', { name: 'Decision', exact: true })

const asked = (page: Page) => decision(page).getByRole('group', { name: 'What is decided' })

const reason = { group: 'context-insufficient', code: 'own-look-at-images', text: null }

async function decideBehind(page: Page, decided: object, password: string) {
  const screeningId = page.url().split('/').at(-1)
  const answer = await page.request.post(`/api/screenings/${screeningId}/decisions`, {
    data: { ...decided, replaces: null, password },
  })
  expect(answer.status()).toBe(201)
}

async function screenAgainBehind(page: Page, patientId: string) {
  const read = await page.request.get(`/api/screenings/${page.url().split('/').at(-1)}`)
  const { findings } = await read.json()
  const answer = await page.request.post('/api/screenings', { data: { patientId, findings } })
  expect(answer.status()).toBe(201)
}

const wider = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('a surgeon decides against the outcome by keyboard alone, says why, and prints it', async ({
  page,
  patient,
  product,
}) => {
  await openRecorded(page, patient)
  await pressByKeyboard(page, page.getByRole('button', { name: 'Record a decision…' }))
  await expect(asked(page).getByRole('radio', { checked: true })).toHaveCount(0)
  await pressByKeyboard(page, page.getByRole('button', { name: 'Record decision' }))
  await expect(page.locator('.error-summary')).toBeFocused()

  await chooseByKeyboard(page, asked(page), 'Plan kyphoplasty')
  await expect(page.getByLabel('Reason for departing')).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('This departs from the outcome')).toBeVisible()
  const reason = page.getByLabel('Reason for departing')
  await selectByKeyboard(page, reason, 'Another wish')
  await typeByKeyboard(
    page,
    page.getByLabel('More about the reason'),
    'Wants to see her son before.',
  )
  const password = page.getByLabel('Your password')
  await typeByKeyboard(page, password, 'not this one')
  await expectNoViolations(page)
  await page.keyboard.press('Enter')
  await expect(password).toBeFocused()
  await expect(password).toHaveValue('')
  await expect(reason).not.toHaveValue('')
  await expectNoViolations(page)

  await page.keyboard.type(signInOf(product, 'surgeon').password)
  await page.keyboard.press('Enter')
  await expect(decision(page).getByRole('heading', { name: 'Not pursued' })).toBeVisible()
  await expect(page.getByText('The decision is recorded.')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Correct this decision…' }))
  await expectNoViolations(page)
  const printed = pagesOf(await page.pdf({ format: 'A4' })).join(' ')
  expect(printed).toContain('Not pursued')
  expect(printed).toContain('Another wish of the patient')
  expect(printed).toContain('Wants to see her son before.')
  await page.goto(`/patients/${patient.id}`)
  await expect(page.getByText('departing from the outcome')).toBeVisible()
})

test('a correction replaces the decision, is recorded once after a lost connection, and the referral is moved on when asked', async ({
  page,
  patient,
  product,
}) => {
  const { password } = signInOf(product, 'surgeon')
  const referral = await receiveReferral(page, patient)
  for (const evidence of [
    allButRetropulsion(),
    retropulsionFrom('document', 'MRI report', 'none'),
  ]) {
    await changeBehind(page, referral.id, 'POST', '/evidence', evidence)
  }
  for (const to of ['in-triage', 'ready-for-surgeon']) {
    await changeBehind(page, referral.id, 'POST', '/steps', { to, why: 'It is complete.' })
  }
  await openReferral(page, referral.id)
  await page.getByRole('button', { name: 'Record screening' }).click()
  await page.getByRole('button', { name: 'Record a decision…' }).click()
  await asked(page).getByLabel('Plan kyphoplasty').check()
  await page.getByLabel('L1 (Meets)').check()
  await page.getByLabel('Your password').fill(password)
  await decideBehind(page, { kind: 'more-information', note: 'A second MRI.', reason }, password)
  await page.getByRole('button', { name: 'Record decision' }).click()
  await expect(page.getByText('Another decision was recorded meanwhile.')).toBeVisible()
  await expect(decision(page).getByText('A second MRI.')).toBeVisible()
  await expect(page.getByLabel('L1 (Meets)')).toBeChecked()
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Record decision' }).click()
  await expect(
    decision(page).getByRole('heading', { name: 'Plan kyphoplasty at L1' }),
  ).toBeVisible()

  await page.setViewportSize({ width: 320, height: 720 })
  await screenAgainBehind(page, patient.id)
  await page.getByRole('button', { name: 'Correct this decision…' }).click()
  await expect(page.getByText('There is a newer screening of this patient')).toBeVisible()
  await asked(page).getByLabel('Defer until a day').check()
  await page.getByLabel('Until', { exact: true }).fill('+2w')
  await page.getByLabel('Reason for departing').selectOption('The patient wants to wait')
  await page.getByLabel('Your password').fill(password)
  expect(await wider(page)).toBe(0)
  let stored = 0
  await page.route('**/decisions', async (route) => {
    if (route.request().method() !== 'POST' || stored > 0) return route.continue()
    stored += 1
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.getByRole('button', { name: 'Record decision' }).click()
  await expect(page.getByText('The server cannot be reached.')).toBeVisible()
  await expect(page.getByLabel('Until', { exact: true })).toHaveValue('+2w')
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Record decision' }).click()
  await expect(decision(page).getByRole('heading', { name: /^Defer until/ })).toBeVisible()
  await expect(decision(page).getByRole('article')).toHaveCount(3)
  await page.reload()
  await expect(decision(page).getByRole('article')).toHaveCount(3)

  await page.getByRole('button', { name: 'Move the referral to Decided…' }).click()
  await page.getByRole('button', { name: 'Move to Decided' }).click()
  await expect(page.getByRole('button', { name: 'Move the referral to Decided…' })).toHaveCount(0)
  await page.getByRole('link', { name: 'the referral', exact: true }).click()
  await expect(page.getByText('Decided', { exact: true }).first()).toBeVisible()
  await expect(page.getByText(/The surgeon has decided: Defer until/)).toBeVisible()
  await expect(page.getByText(/Decided: *Defer until/)).toBeVisible()
})
